"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PASSWORD_LENGTH } from "#lib/access/password-length.ts";
import type { FormSubmit } from "#lib/result.ts";

type Props = {
  action: FormSubmit<null>;
  /** Tells password managers whose password it is. */
  email: string;
};

export function ChangePasswordForm({ action, email }: Props) {
  const [t, auth] = [useTranslations("settings.password"), useTranslations("auth")];
  const [state, submit, isPending] = useActionState(action, null);
  const refusal = state?.result.ok === false ? state.result.refusal : null;
  return (
    <form action={submit} className="mt-4 flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      {state?.result.ok && <Notice tone="done">{t("saved")}</Notice>}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        label={t("current")}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={refusal?.fields.currentPassword}
      />
      <TextField
        label={auth("newPassword")}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH.min}
        maxLength={PASSWORD_LENGTH.max}
        hint={auth("passwordHint", { min: PASSWORD_LENGTH.min })}
        error={refusal?.fields.newPassword}
      />
      <div>
        <Button kind="act" type="submit" aria-disabled={isPending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
