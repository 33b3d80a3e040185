"use client";

import { useTranslations } from "next-intl";
import { TextField } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { type SessionUser, THEMES } from "#lib/access/session-user.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { FormSubmit } from "#lib/result.ts";
import { NameField } from "./name-field.tsx";
import { SettingForm } from "./setting-form.tsx";
import { useForm } from "./use-form.ts";

type Props = {
  action: FormSubmit<null>;
  user: Pick<SessionUser, "name" | "email" | "locale" | "theme">;
};

/** How the reader is called, and in which language and light they read. */
export function ProfileForm({ action, user }: Props) {
  const t = useTranslations("settings.profile");
  const form = useForm(action);
  const { refusal, values } = form;
  return (
    <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
      <NameField
        label={t("name")}
        autoComplete="name"
        defaultValue={refusal ? values.name : user.name}
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
    </SettingForm>
  );
}
