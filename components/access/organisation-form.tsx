"use client";

import { useTranslations } from "next-intl";
import type { FormSubmit } from "#lib/result.ts";
import { NameField } from "./name-field.tsx";
import { SettingForm } from "./setting-form.tsx";
import { useForm } from "./use-form.ts";

type Props = { action: FormSubmit<null>; name: string };

export function OrganisationForm({ action, name }: Props) {
  const t = useTranslations("settings");
  const form = useForm(action);
  const { refusal, values } = form;
  return (
    <SettingForm form={form} submitLabel={t("organisation.submit")} savedLabel={t("profile.saved")}>
      <NameField
        label={t("organisation.name")}
        autoComplete="organization"
        defaultValue={refusal ? values.name : name}
        error={refusal?.fields.name}
      />
    </SettingForm>
  );
}
