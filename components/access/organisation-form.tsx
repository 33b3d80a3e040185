"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormSubmit } from "#lib/result.ts";

type Props = { action: FormSubmit<null>; name: string };

export function OrganisationForm({ action, name }: Props) {
  const t = useTranslations("settings");
  const [state, submit, isPending] = useActionState(action, null);
  const refusal = state?.result.ok === false ? state.result.refusal : null;
  return (
    <form action={submit} className="mt-4 flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      <TextField
        label={t("organisation.name")}
        name="name"
        autoComplete="organization"
        required
        maxLength={100}
        defaultValue={refusal ? state?.values.name : name}
        error={refusal?.fields.name}
      />
      <div className="flex items-center gap-4">
        <Button kind="act" type="submit" aria-disabled={isPending}>
          {t("organisation.submit")}
        </Button>
        {state?.result.ok && (
          <p role="status" className="text-ink-2">
            {t("profile.saved")}
          </p>
        )}
      </div>
    </form>
  );
}
