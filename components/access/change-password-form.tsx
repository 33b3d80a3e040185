"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { useForm } from "./use-form.ts";

type Props = {
  action: FormSubmit<null>;
  /** Tells password managers whose password it is. */
  email: string;
};

/** Another password, for who knows the one there is. */
export function ChangePasswordForm({ action, email }: Props) {
  const [t, auth] = [useTranslations("settings.password"), useTranslations("auth")];
  const { submit, isPending, refusal, done } = useForm(action);
  return (
    <form action={submit} className="mt-4 flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      {done && <Notice tone="done">{t("saved")}</Notice>}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        label={t("current")}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={refusal?.fields.currentPassword}
      />
      <NewPasswordField label={auth("newPassword")} name="newPassword" error={refusal?.fields.newPassword} />
      <div>
        <Button kind="act" type="submit" aria-disabled={isPending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
