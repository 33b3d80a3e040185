"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { useForm } from "./use-form.ts";

type Props = { action: FormSubmit<never>; name: string; callbackUrl: string };

/** The other way in: an account at the organisation's own provider. */
export function ProviderForm({ action, name, callbackUrl }: Props) {
  const t = useTranslations("auth.signIn");
  const { submit, isPending, refusal } = useForm(action);
  return (
    <form action={submit} className="flex flex-col gap-4 border-rule border-t pt-6">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Button type="submit" aria-disabled={isPending}>
        {t("provider", { name })}
      </Button>
    </form>
  );
}
