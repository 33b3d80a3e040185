"use client";

import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { TextField } from "#components/ui/field.tsx";
import { MOST_POINTS } from "#lib/leads/adjustment-room.ts";
import type { FormSubmit } from "#lib/result.ts";

type Props = { action: FormSubmit<null>; points: number };

/** How far a rep may correct a score by hand. */
export function AdjustmentRoomForm({ action, points }: Props) {
  const t = useTranslations("settings.leads.adjusting");
  const form = useForm(action);
  const { refusal, values } = form;
  return (
    <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
      <TextField
        label={t("points")}
        name="points"
        type="number"
        inputMode="numeric"
        min={0}
        max={MOST_POINTS}
        required
        hint={t("hint")}
        defaultValue={refusal ? values.points : String(points)}
        error={refusal?.fields.points}
      />
    </SettingForm>
  );
}
