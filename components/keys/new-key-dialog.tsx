"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopiedField } from "#components/access/copied-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { type MakeKey, NewKeyForm } from "./new-key-form.tsx";

/** Makes a key and shows it: a secret one this once only. */
export function NewKeyDialog({ make }: { make: MakeKey }) {
  const t = useTranslations("keys");
  const [round, setRound] = useState(0);
  return (
    <Dialog
      title={t("new.title")}
      closeLabel={t("close")}
      trigger={<Button kind="act">{t("new.open")}</Button>}
      onOpenChange={(isOpen) => isOpen && setRound((count) => count + 1)}
    >
      <NewKey key={round} make={make} />
    </Dialog>
  );
}

function NewKey({ make }: { make: MakeKey }) {
  const t = useTranslations("keys");
  const [made, setMade] = useState<{ secret: string; name: string; isSecret: boolean } | null>(null);
  if (!made) return <NewKeyForm make={make} onMade={setMade} />;
  return (
    <div className="flex flex-col gap-4">
      <p className="type-prose">{t("new.done", { name: made.name })}</p>
      <CopiedField
        text={made.secret}
        label={t("keyOf", { name: made.name })}
        hint={t(made.isSecret ? "new.once" : "new.public")}
      />
    </div>
  );
}
