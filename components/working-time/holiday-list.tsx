"use client";

import { useLocale, useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { ActionResult, FormSubmit } from "#lib/result.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import type { WorkPlan } from "#lib/working-time/plan.ts";
import { useAttempt } from "./use-attempt.ts";

type Props = Pick<WorkPlan, "holidays" | "today"> & {
  /** null for who may only read. */
  actions: {
    add: FormSubmit<null>;
    remove: (input: { day: number }) => Promise<ActionResult<null>>;
  } | null;
};

/** Days on which nobody works. */
export function HolidayList({ holidays, today, actions }: Props) {
  const t = useTranslations("workingTime");
  const locale = useLocale();
  const { attempt, isPending, refused } = useAttempt();
  return (
    <>
      {holidays.length === 0 && <p className="mt-3 text-ink-2">{t("holidays.none")}</p>}
      <ul aria-busy={isPending}>
        {holidays.map(({ day, name }) => (
          <li key={day} className="flex min-h-9 items-center justify-between gap-4 border-rule border-b">
            <span className="min-w-0">
              <span className="font-medium">{name}</span>{" "}
              <span className="text-ink-2">
                {formatDay(day, { locale, style: "weekday" })} {formatDay(day, { locale, style: "long", today })}
              </span>
            </span>
            {actions && (
              <Button
                kind="quiet"
                aria-label={t("holidays.removeOne", { name })}
                onClick={() => attempt(() => actions.remove({ day }))}
              >
                {t("remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refused && <Notice tone="refused">{refused}</Notice>}
      {actions && <AddHoliday action={actions.add} today={today} />}
    </>
  );
}

function AddHoliday({ action, today }: { action: FormSubmit<null>; today: number }) {
  const t = useTranslations("workingTime.holidays");
  const form = useForm(action);
  const { refusal, values } = form;
  return (
    <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <TextField
          label={t("day")}
          name="day"
          type="date"
          min={formatEpochDay(today)}
          required
          defaultValue={refusal ? values.day : undefined}
          error={refusal?.fields.day}
        />
        <TextField
          label={t("name")}
          name="name"
          autoComplete="off"
          required
          defaultValue={refusal ? values.name : undefined}
          error={refusal?.fields.name}
        />
      </div>
    </SettingForm>
  );
}
