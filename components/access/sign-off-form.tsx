"use client";

import { useTranslations } from "next-intl";
import type { FormSubmit } from "#lib/result.ts";
import { SettingForm } from "./setting-form.tsx";
import { useForm } from "./use-form.ts";

type Props = { action: FormSubmit<null>; isRequired: boolean };

/** Whether a model is published only once marketing and sales have signed it. */
export function SignOffForm({ action, isRequired }: Props) {
  const t = useTranslations("review.settings");
  const form = useForm(action);
  return (
    <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
      <label className="flex min-h-6 items-center gap-2 max-sm:min-h-11">
        <input
          // What was chosen is the default once it is saved.
          key={String(isRequired)}
          type="checkbox"
          name="isRequired"
          defaultChecked={isRequired}
          className="size-4 flex-none accent-accent"
        />
        {t("label")}
      </label>
    </SettingForm>
  );
}
