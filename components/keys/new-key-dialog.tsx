"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MadeSecret } from "#components/access/made-secret.tsx";
import { FreshDialog } from "#components/ui/fresh-dialog.tsx";
import { type MakeKey, NewKeyForm } from "./new-key-form.tsx";

/** Makes a key and shows it: a secret one this once only. */
export function NewKeyDialog({ make }: { make: MakeKey }) {
  const t = useTranslations("keys");
  return (
    <FreshDialog title={t("new.title")} closeLabel={t("close")} openLabel={t("new.open")}>
      {() => <NewKey make={make} />}
    </FreshDialog>
  );
}

function NewKey({ make }: { make: MakeKey }) {
  const t = useTranslations("keys");
  const [made, setMade] = useState<{ secret: string; name: string; isSecret: boolean } | null>(null);
  if (!made) return <NewKeyForm make={make} onMade={setMade} />;
  return (
    <MadeSecret
      done={t("new.done", { name: made.name })}
      secret={made.secret}
      label={t("keyOf", { name: made.name })}
      hint={t(made.isSecret ? "new.once" : "new.public")}
    />
  );
}
