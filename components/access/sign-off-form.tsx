"use client";

import { useTranslations } from "next-intl";
import type { FormSubmit } from "#lib/result.ts";
import { SettingForm } from "./setting-form.tsx";
import { useForm } from "./use-form.ts";

const CHOICES = ["on", "off"] as const;

type Props = { action: FormSubmit<null>; isRequired: boolean };

/** Whether a model is published only once marketing and sales have signed it. */
export function SignOffForm({ action, isRequired }: Props) {
  const t = useTranslations("review.settings");
  const form = useForm(action);
  return (
    <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
      {/* What was chosen is the default once it is saved. */}
      <fieldset key={String(isRequired)}>
        <legend className="type-label">{t("label")}</legend>
        {CHOICES.map((choice) => (
          <label key={choice} className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
            <input
              type="radio"
              name="isRequired"
              value={choice}
              defaultChecked={(choice === "on") === isRequired}
              className="size-4 flex-none accent-accent"
            />
            {t(`choices.${choice}`)}
          </label>
        ))}
      </fieldset>
    </SettingForm>
  );
}
