"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { useModelWords } from "#components/model/words.ts";
import { ListField } from "#components/ui/field.tsx";
import { FIELD_BOX, NEVER_REQUIRED, type QualitySettings, writeBounce } from "#lib/data-quality/settings.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { FormSubmit } from "#lib/result.ts";

type Props = {
  action: FormSubmit<null>;
  settings: QualitySettings;
  /** The fields that are required now, chosen or not. */
  required: readonly string[];
  catalogue: ModelCatalogue;
};

const CHECK = "size-4 shrink-0 accent-accent";
const LINE = "flex min-h-8 items-center gap-2 max-sm:min-h-11";

/** Which fields every lead should have, and what tells that e-mail came back. */
export function QualityForm({ action, settings, required, catalogue }: Props) {
  const t = useTranslations("quality.form");
  const form = useForm(action);
  const words = useModelWords(catalogue);
  const [isChosen, setChosen] = useState(settings.required !== null);
  const fields = catalogue.fields.filter(({ key }) => !NEVER_REQUIRED.includes(key));
  const ownFields = fields.filter(({ key, label }) => label !== null && !key.startsWith("account."));
  return (
    <details className="mt-4 print:hidden">
      <summary className="min-h-6 w-fit cursor-pointer text-accent text-small underline-offset-4 hover:underline">
        {t("title")}
      </summary>
      <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
        <fieldset>
          <legend className="type-label">{t("required")}</legend>
          {([false, true] as const).map((isChoice) => (
            <label key={String(isChoice)} className={LINE}>
              <input
                type="radio"
                name="by"
                value={isChoice ? "choice" : "models"}
                checked={isChosen === isChoice}
                onChange={() => setChosen(isChoice)}
                className={CHECK}
              />
              {t(isChoice ? "byChoice" : "byModels")}
            </label>
          ))}
          {isChosen && (
            <div className="mt-1 grid max-w-[860px] gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
              {fields.map(({ key }) => (
                <label key={key} className={LINE}>
                  <input
                    type="checkbox"
                    name={`${FIELD_BOX}${key}`}
                    defaultChecked={required.includes(key)}
                    className={CHECK}
                  />
                  {words.field(key)}
                </label>
              ))}
            </div>
          )}
        </fieldset>
        <div className="max-w-96">
          <ListField
            label={t("bounce")}
            name="bounce"
            hint={t("bounceHint")}
            defaultValue={writeBounce(settings.bounce)}
          >
            <option value="">{t("bounceNone")}</option>
            <optgroup label={t("events")}>
              {catalogue.eventTypes.map(({ key }) => (
                <option key={key} value={writeBounce({ kind: "event", key })}>
                  {words.eventType(key)}
                </option>
              ))}
            </optgroup>
            {ownFields.length > 0 && (
              <optgroup label={t("ownFields")}>
                {ownFields.map(({ key }) => (
                  <option key={key} value={writeBounce({ kind: "field", key })}>
                    {words.field(key)}
                  </option>
                ))}
              </optgroup>
            )}
          </ListField>
        </div>
      </SettingForm>
    </details>
  );
}
