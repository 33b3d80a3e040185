"use client";

import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { TextField } from "#components/ui/field.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { formatHours } from "#lib/working-time/hours-text.ts";
import { WEEKDAYS } from "#lib/working-time/schema.ts";
import type { Week } from "#lib/working-time/working-time.ts";

type Props = { action: FormSubmit<null>; week: Week; timeZone: string };

/** Opening hours of a week, a line a day. */
export function HoursForm({ action, week, timeZone }: Props) {
  const t = useTranslations("workingTime");
  const form = useForm(action);
  const { refusal, values } = form;
  const hours = week.map(formatHours);
  return (
    <SettingForm form={form} submitLabel={t("week.submit")} savedLabel={t("week.saved")}>
      <p className="text-ink-2">{t("week.hint", { zone: timeZone })}</p>
      {/* What was typed is written anew once it is saved. */}
      <div key={hours.join("|")} className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {WEEKDAYS.map((day, place) => (
          <TextField
            key={day}
            label={t(`days.${day}`)}
            name={day}
            autoComplete="off"
            placeholder={t("week.closed")}
            defaultValue={refusal ? values[day] : hours[place]}
            error={refusal?.fields[day]}
          />
        ))}
      </div>
    </SettingForm>
  );
}
