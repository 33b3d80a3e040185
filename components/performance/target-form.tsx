"use client";

import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { TextField } from "#components/ui/field.tsx";
import { TARGETS, type Targets, USUAL_TARGETS } from "#lib/performance/targets.ts";
import type { FormSubmit } from "#lib/result.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

type Props = {
  action: FormSubmit<null>;
  /** null: none are set yet. */
  targets: Targets | null;
  today: number;
};

/** From which day on, and by how many per cent each figure is to change. */
export function TargetForm({ action, targets, today }: Props) {
  const t = useTranslations("performance.targets");
  const form = useForm(action);
  const { refusal, values } = form;
  const percent = targets?.percent ?? USUAL_TARGETS;
  return (
    <details className="mt-2 print:hidden">
      <summary className="min-h-6 w-fit cursor-pointer text-accent text-small underline-offset-4 hover:underline">
        {t(targets ? "change" : "set")}
      </summary>
      <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
        <p className="max-w-[68ch] text-ink-2 text-small">{t("explains")}</p>
        <div className="grid max-w-[860px] gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
          <TextField
            label={t("startDay")}
            name="startDay"
            type="date"
            required
            defaultValue={refusal ? values.startDay : formatEpochDay(targets?.startDay ?? today)}
            error={refusal?.fields.startDay}
          />
          {TARGETS.map((target) => (
            <TextField
              key={target}
              label={t("percent", { name: t(`name.${target}`) })}
              name={target}
              inputMode="text"
              autoComplete="off"
              required
              defaultValue={refusal ? values[target] : String(percent[target])}
              error={refusal?.fields[target]}
            />
          ))}
        </div>
      </SettingForm>
    </details>
  );
}
