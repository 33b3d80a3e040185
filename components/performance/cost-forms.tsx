"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { LinesField, TextField } from "#components/ui/field.tsx";
import type { FormSubmit } from "#lib/result.ts";

type Props = {
  save: FormSubmit<null>;
  paste: FormSubmit<null>;
  /** Known by name, to choose from. */
  sources: readonly string[];
  /** The usual one. */
  currency: string;
  /** The running one, `2026-03`. */
  month: string;
};

/** Enters what was spent: one amount, or many lines of a sheet. */
export function CostForms({ save, paste, sources, currency, month }: Props) {
  const t = useTranslations("costs");
  const one = useForm(save);
  const many = useForm(paste);
  const listId = useId();
  const kept = one.refusal ? one.values : { month, currency };
  return (
    <>
      <section aria-labelledby="one-cost" className="mt-6">
        <h2 id="one-cost" className="type-title border-rule-3 border-b pb-1">
          {t("one")}
        </h2>
        <SettingForm form={one} submitLabel={t("save")} savedLabel={t("saved")}>
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-[176px_minmax(0,1fr)_120px_72px]">
            <TextField
              label={t("month")}
              name="month"
              type="month"
              required
              defaultValue={kept.month}
              error={one.refusal?.fields.month}
            />
            <TextField
              label={t("source")}
              name="source"
              list={listId}
              autoComplete="off"
              hint={t("sourceHint")}
              defaultValue={kept.source}
              error={one.refusal?.fields.source}
            />
            <TextField
              label={t("amount")}
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              required
              hint={t("amountHint")}
              defaultValue={kept.amount}
              error={one.refusal?.fields.amount}
            />
            <TextField
              label={t("currency")}
              name="currency"
              maxLength={3}
              autoComplete="off"
              required
              defaultValue={kept.currency}
              error={one.refusal?.fields.currency}
            />
          </div>
          <datalist id={listId}>
            {sources.map((source) => (
              <option key={source} value={source} />
            ))}
          </datalist>
        </SettingForm>
      </section>
      <section aria-labelledby="many-costs" className="mt-8">
        <h2 id="many-costs" className="type-title border-rule-3 border-b pb-1">
          {t("many")}
        </h2>
        <SettingForm form={many} submitLabel={t("saveMany")} savedLabel={t("saved")}>
          <LinesField
            label={t("lines")}
            name="lines"
            rows={6}
            required
            hint={t("linesHint", { currency })}
            placeholder={t("linesExample")}
            defaultValue={many.refusal ? many.values.lines : undefined}
            error={many.refusal?.fields.lines}
          />
        </SettingForm>
      </section>
    </>
  );
}
