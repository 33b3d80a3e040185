"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ListField, TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormSubmit } from "#lib/result.ts";
import { NameField } from "./name-field.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { useForm } from "./use-form.ts";

type Props = {
  action: FormSubmit<never>;
  token: string;
  /** Of the one that the command line made. */
  organisationName: string | undefined;
  /** The zones to choose from and the one to begin with; null: the organisation is there already. */
  zones: { all: readonly string[]; chosen: string } | null;
};

/** The first form of an installation: its organisation and its first admin. */
export function SetUpForm({ action, token, organisationName, zones }: Props) {
  const t = useTranslations("auth");
  const { submit, isPending, refusal, values } = useForm(action);
  return (
    <form action={submit} className="flex flex-col gap-8">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      <input type="hidden" name="token" value={token} />
      <fieldset className="flex flex-col gap-5">
        <legend className="type-title mb-4 w-full border-rule-3 border-b pb-1">{t("setUp.organisation")}</legend>
        <NameField
          label={t("setUp.organisationName")}
          name="organisationName"
          autoComplete="organization"
          defaultValue={values.organisationName ?? organisationName}
          error={refusal?.fields.organisationName}
        />
        {zones && (
          <ListField
            label={t("setUp.timeZone")}
            name="timeZone"
            defaultValue={values.timeZone ?? zones.chosen}
            hint={t("setUp.timeZoneHint")}
            error={refusal?.fields.timeZone}
          >
            {zones.all.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </ListField>
        )}
      </fieldset>
      <fieldset className="flex flex-col gap-5">
        <legend className="type-title mb-4 w-full border-rule-3 border-b pb-1">{t("setUp.you")}</legend>
        <NameField label={t("name")} autoComplete="name" defaultValue={values.name} error={refusal?.fields.name} />
        <TextField
          label={t("email")}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={values.email}
          error={refusal?.fields.email}
        />
        <NewPasswordField label={t("password")} name="password" error={refusal?.fields.password} />
      </fieldset>
      <Button kind="act" type="submit" aria-disabled={isPending}>
        {t("setUp.submit")}
      </Button>
    </form>
  );
}
