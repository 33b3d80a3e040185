"use client";

import { useTranslations } from "next-intl";
import { ListField } from "#components/ui/field.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { SettingForm } from "./setting-form.tsx";
import { useForm } from "./use-form.ts";

type Props = { action: FormSubmit<null>; zones: readonly string[]; chosen: string };

/** Where the organisation's days begin. */
export function TimeZoneForm({ action, zones, chosen }: Props) {
  const t = useTranslations("settings.organisation");
  const form = useForm(action);
  const { refusal, values } = form;
  return (
    <SettingForm form={form} submitLabel={t("timeZoneSubmit")} savedLabel={t("timeZoneSaved")}>
      <ListField
        // What was chosen is the default once it is saved.
        key={chosen}
        label={t("timeZone")}
        name="timeZone"
        defaultValue={refusal ? values.timeZone : chosen}
        hint={t("timeZoneHint")}
        error={refusal?.fields.timeZone}
      >
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </ListField>
    </SettingForm>
  );
}
