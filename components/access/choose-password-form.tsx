"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { NameField } from "./name-field.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { useForm } from "./use-form.ts";

type Props = {
  action: FormSubmit<never>;
  token: string;
  email: string;
  /** Asks how the user wants to be called; undefined: does not ask. */
  name?: string;
  submitLabel: string;
};

/** The password that a one-time link is for. */
export function ChoosePasswordForm({ action, token, email, name, submitLabel }: Props) {
  const t = useTranslations("auth");
  const { submit, isPending, refusal, values } = useForm(action);
  return (
    <form action={submit} className="flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      <input type="hidden" name="token" value={token} />
      {name !== undefined && (
        <NameField
          label={t("name")}
          autoComplete="name"
          defaultValue={values.name ?? name}
          error={refusal?.fields.name}
        />
      )}
      <TextField label={t("email")} type="email" autoComplete="username" readOnly value={email} />
      <NewPasswordField label={t("newPassword")} name="password" error={refusal?.fields.password} />
      <Button kind="act" type="submit" aria-disabled={isPending}>
        {submitLabel}
      </Button>
    </form>
  );
}
