"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { useForm } from "./use-form.ts";

type Props = { action: FormSubmit<never>; callbackUrl: string };

/** Sign-in by e-mail address and password, and on to where the reader wanted to go. */
export function SignInForm({ action, callbackUrl }: Props) {
  const t = useTranslations("auth");
  const { submit, isPending, refusal, values } = useForm(action);
  return (
    <form action={submit} className="flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        defaultValue={values.email}
        error={refusal?.fields.email}
      />
      <TextField
        label={t("password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={refusal?.fields.password}
      />
      <div className="mt-1 flex flex-col gap-4">
        <Button kind="act" type="submit" aria-disabled={isPending}>
          {t("signIn.submit")}
        </Button>
        <p className="text-ink-3 text-small">{t("signIn.forgot")}</p>
      </div>
    </form>
  );
}
