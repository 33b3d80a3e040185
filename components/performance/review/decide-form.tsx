"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { SettingForm } from "#components/access/setting-form.tsx";
import { useForm } from "#components/access/use-form.ts";
import { LinesField, ListField, TextField } from "#components/ui/field.tsx";
import { LONGEST_DECISION } from "#lib/performance/review/review.ts";
import type { FormSubmit } from "#lib/result.ts";

type Props = {
  action: FormSubmit<{ readonly actionId: number }>;
  people: readonly { readonly userId: number; readonly name: string }[];
  /** Whom it is proposed to, and by when; `YYYY-MM-DD`. */
  usual: { readonly ownerId: number; readonly dueOn: string };
  /** What it is about; null: no lead in particular. */
  lead: { readonly leadId: number; readonly name: string } | null;
  /** The page without a lead to decide about. */
  path: string;
  /** Another with each decision, so that the form is empty again. */
  count: number;
};

/** Writes down what is to be done, by whom and by when. */
export function DecideForm({ action, people, usual, lead, path, count }: Props) {
  const t = useTranslations("meeting.decide");
  const form = useForm(action);
  const { refusal, values, done } = form;
  return (
    <SettingForm form={form} submitLabel={t("submit")} savedLabel={t("saved")}>
      {lead && (
        <p className="text-small">
          {t("about", { name: lead.name })}{" "}
          <Link href={path} className="text-accent underline-offset-4 hover:underline">
            {t("notAbout")}
          </Link>
          <input type="hidden" name="leadId" value={lead.leadId} />
        </p>
      )}
      <LinesField
        key={done ? `body ${count}` : "body"}
        label={t("body")}
        name="body"
        rows={3}
        required
        maxLength={LONGEST_DECISION}
        defaultValue={refusal ? values.body : ""}
        error={refusal?.fields.body}
      />
      <ListField
        label={t("owner")}
        name="ownerId"
        defaultValue={refusal ? values.ownerId : String(usual.ownerId)}
        error={refusal?.fields.ownerId}
      >
        {people.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </ListField>
      <TextField
        label={t("due")}
        name="dueOn"
        type="date"
        required
        defaultValue={refusal ? values.dueOn : usual.dueOn}
        error={refusal?.fields.dueOn}
      />
    </SettingForm>
  );
}
