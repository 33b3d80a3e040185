"use client";

import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { ListField, TextField } from "#components/ui/field.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import type { WorkPlan } from "#lib/working-time/plan.ts";

type Props = { plan: WorkPlan; ownId: number; plannable: readonly number[]; action: FormSubmit<null> };

/** Says that somebody is away: oneself, or for who leads the team anybody. */
export function AbsenceForm({ plan, ownId, plannable, action }: Props) {
  const t = useTranslations("workingTime.people");
  const form = useForm(action);
  const { refusal, values } = form;
  const people = plan.people.filter(({ userId }) => plannable.includes(userId));
  const self = String(plannable.includes(ownId) ? ownId : (people[0]?.userId ?? ""));
  return (
    <SettingForm form={form} submitLabel={t(people.length > 1 ? "submit" : "submitOwn")} savedLabel={t("saved")}>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {people.length > 1 ? (
          <ListField
            label={t("who")}
            name="userId"
            defaultValue={refusal ? values.userId : self}
            error={refusal?.fields.userId}
          >
            {people.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </ListField>
        ) : (
          <input type="hidden" name="userId" value={self} />
        )}
        {(["firstDay", "lastDay"] as const).map((field) => (
          <TextField
            key={field}
            label={t(field)}
            name={field}
            type="date"
            min={formatEpochDay(plan.today)}
            required
            defaultValue={refusal ? values[field] : undefined}
            error={refusal?.fields[field]}
          />
        ))}
      </div>
    </SettingForm>
  );
}
