"use client";

import { useTranslations } from "next-intl";
import { TextField } from "#components/ui/field.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { SettingForm } from "./setting-form.tsx";
import { useForm } from "./use-form.ts";

type Props = { action: FormSubmit<null>; name: string };

export function OrganisationForm({ action, name }: Props) {
  const t = useTranslations("settings");
  const form = useForm(action);
  const { refusal, values } = form;
  return (
    <SettingForm form={form} submitLabel={t("organisation.submit")} savedLabel={t("profile.saved")}>
      <TextField
        label={t("organisation.name")}
        name="name"
        autoComplete="organization"
        required
        maxLength={100}
        defaultValue={refusal ? values.name : name}
        error={refusal?.fields.name}
      />
    </SettingForm>
  );
}
