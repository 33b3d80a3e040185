"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = {
  label: ReactNode;
  title: string;
  confirm: string;
  kind?: "plain" | "quiet";
  children: ReactNode;
  /** Gives a sentence when it was refused, null when it is done. */
  onConfirm: () => Promise<string | null>;
};

/** A button that asks once more, and says when it did not work. */
export function ConfirmButton({ label, title, confirm, kind = "plain", children, onConfirm }: Props) {
  const t = useTranslations("model");
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);

  async function act() {
    setUnderWay(true);
    // Without an answer the network or the server is away.
    const answer = await onConfirm().catch(() => t("noAnswer"));
    setRefusal(answer);
    setUnderWay(false);
    if (answer === null) setOpen(false);
  }

  return (
    <Dialog
      title={title}
      closeLabel={t("close")}
      trigger={<Button kind={kind}>{label}</Button>}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <div className="flex flex-col gap-4">
        {children}
        {refusal && <Notice tone="refused">{refusal}</Notice>}
        <div className="flex gap-3">
          <Button kind="act" disabled={isUnderWay} onClick={() => void act()}>
            {confirm}
          </Button>
          <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
