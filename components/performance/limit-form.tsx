"use client";

import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { TextField } from "#components/ui/field.tsx";
import { HIGHEST_LIMIT_PERCENT, LOWEST_LIMIT_PERCENT } from "#lib/performance/truth/limit.ts";
import type { FormSubmit } from "#lib/result.ts";

type Props = { action: FormSubmit<null>; percent: number };

/** Below which order the score is alarming. */
export function LimitForm({ action, percent }: Props) {
  const t = useTranslations("performance.limit");
  const form = useForm(action);
  const { refusal, values } = form;
  return (
    <details className="mt-2 print:hidden">
      <summary className="cursor-pointer font-medium text-accent text-small">{t("title", { percent })}</summary>
      <div className="max-w-64">
        <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
          <TextField
            label={t("percent")}
            name="percent"
            type="number"
            inputMode="numeric"
            min={LOWEST_LIMIT_PERCENT}
            max={HIGHEST_LIMIT_PERCENT}
            required
            hint={t("hint")}
            defaultValue={refusal ? values.percent : String(percent)}
            error={refusal?.fields.percent}
          />
        </SettingForm>
      </div>
    </details>
  );
}
