"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

type Props = { name: string; onConfirm: () => void };

/** Asks before a user is kept out. */
export function DisableDialog({ name, onConfirm }: Props) {
  const t = useTranslations("settings.users");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("confirm.title", { name })}
      closeLabel={t("close")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button kind="quiet">{t("disable")}</Button>}
    >
      <p className="type-prose text-ink-2">{t("confirm.text", { name })}</p>
      <div className="mt-5 flex gap-3">
        <Button
          kind="act"
          onClick={() => {
            setOpen(false);
            onConfirm();
          }}
        >
          {t("confirm.submit")}
        </Button>
        <Button onClick={() => setOpen(false)}>{t("confirm.cancel")}</Button>
      </div>
    </Dialog>
  );
}
