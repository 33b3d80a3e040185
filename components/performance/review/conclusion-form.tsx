"use client";

import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { LinesField } from "#components/ui/field.tsx";
import { LONGEST_DECISION } from "#lib/performance/review/review.ts";
import type { FormSubmit } from "#lib/result.ts";

type Props = { action: FormSubmit<null> /** What was written down already. */; conclusion: string };

/** What the review of the quarter came to. */
export function ConclusionForm({ action, conclusion }: Props) {
  const t = useTranslations("meeting.model");
  const form = useForm(action);
  const { refusal, values } = form;
  return (
    <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
      <LinesField
        label={t("conclusion")}
        name="conclusion"
        rows={3}
        required
        maxLength={LONGEST_DECISION}
        defaultValue={refusal ? values.conclusion : conclusion}
        error={refusal?.fields.conclusion}
      />
    </SettingForm>
  );
}
