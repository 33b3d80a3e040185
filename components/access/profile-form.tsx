"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { type SessionUser, THEMES } from "#lib/access/session-user.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { FormSubmit } from "#lib/result.ts";

type Props = {
  action: FormSubmit<null>;
  user: Pick<SessionUser, "name" | "email" | "locale" | "theme">;
};

/** How the reader is called, and in which language and light they read. */
export function ProfileForm({ action, user }: Props) {
  const t = useTranslations("settings.profile");
  const [state, submit, isPending] = useActionState(action, null);
  const refusal = state?.result.ok === false ? state.result.refusal : null;
  return (
    <form action={submit} className="mt-4 flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      <TextField
        label={t("name")}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={refusal ? state?.values.name : user.name}
        error={refusal?.fields.name}
      />
      <TextField label={t("email")} type="email" readOnly value={user.email} hint={t("emailHint")} />
      <Select
        label={t("language")}
        name="locale"
        defaultValue={user.locale ?? "auto"}
        choices={[
          { value: "auto", label: t("languages.auto") },
          ...LOCALES.map((locale) => ({ value: locale, label: t(`languages.${locale}`) })),
        ]}
      />
      <Select
        label={t("theme")}
        name="theme"
        defaultValue={user.theme}
        choices={THEMES.map((theme) => ({ value: theme, label: t(`themes.${theme}`) }))}
      />
      <div className="flex items-center gap-4">
        <Button kind="act" type="submit" aria-disabled={isPending}>
          {t("submit")}
        </Button>
        {state?.result.ok && (
          <p role="status" className="text-ink-2">
            {t("saved")}
          </p>
        )}
      </div>
    </form>
  );
}
