import { z } from "zod";
import { DEFAULT_LOCALE, LOCALES } from "#lib/i18n/locales.ts";
import { FLAGS_FIELD } from "#lib/leads/flags.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { type CrmField, PUSH_TARGETS, type UsualFields } from "./door.ts";

/** Whose word counts when both sides changed the same since they last agreed. */
export const CRM_SIDES = ["crm", "here"] as const;
export type CrmSide = (typeof CRM_SIDES)[number];

const MOST_FIELDS = 200;
const MOST_NAME_CHARACTERS = 200;
const nameSchema = z.string().min(1).max(MOST_NAME_CHARACTERS);

export const fieldPairSchema = z.object({
  /** The field's name in the CRM. */
  crm: nameSchema,
  /** The key of the field here that it fills. */
  to: nameSchema,
});
export type FieldPair = z.infer<typeof fieldPairSchema>;

/** What is exchanged with the CRM, and by which rules. */
export const crmSettingsSchema = z.object({
  fields: z
    .array(fieldPairSchema)
    .max(MOST_FIELDS)
    .refine((pairs) => new Set(pairs.map(({ to }) => to)).size === pairs.length, { error: "field_taken" })
    .default([]),
  /** Whether a contact that nobody knows here becomes a lead. */
  createsLeads: z.boolean().default(true),
  pullsOwners: z.boolean().default(true),
  pullsDeals: z.boolean().default(true),
  push: z.array(z.enum(PUSH_TARGETS)).default([]),
  pushesOwners: z.boolean().default(false),
  fieldsWin: z.enum(CRM_SIDES).default("crm"),
  ownersWin: z.enum(CRM_SIDES).default("crm"),
  /** Of the reasons and the names of fields as the CRM shows them. */
  locale: z.enum(LOCALES).default(DEFAULT_LOCALE),
});
export type CrmSettings = z.infer<typeof crmSettingsSchema>;

/** Derived, or set by people only. */
export const NOT_FILLED: readonly string[] = ["email_domain", FLAGS_FIELD];

/** Whether a field of the CRM may fill one here: values of one type only. */
export function mayFill(field: CrmField, to: string, types: FieldCatalogue): boolean {
  return !NOT_FILLED.includes(to) && types[to] === field.type;
}

/** The pairs that hold still: both fields are there and of one type. */
export function pairsInForce(
  pairs: readonly FieldPair[],
  { fields, types }: { readonly fields: readonly CrmField[]; readonly types: FieldCatalogue },
): { readonly field: CrmField; readonly to: string }[] {
  return pairs.flatMap(({ crm, to }) => {
    const field = fields.find(({ name }) => name === crm);
    return field && mayFill(field, to, types) ? [{ field, to }] : [];
  });
}

/** A mapping to start from: what usually means the same, as far as the CRM has it. */
export function usualPairs(
  usual: UsualFields,
  { fields, types }: { readonly fields: readonly CrmField[]; readonly types: FieldCatalogue },
): FieldPair[] {
  const pairs = Object.entries(usual).map(([to, crm]) => ({ crm, to }));
  return pairsInForce(pairs, { fields, types }).map(({ field, to }) => ({ crm: field.name, to }));
}

/** Whether what was pulled so far has to be pulled once more. */
export function asksForAll(before: CrmSettings, after: CrmSettings): boolean {
  const asked = ({ fields, createsLeads, pullsOwners }: CrmSettings) =>
    JSON.stringify([fields.map(({ crm, to }) => `${to} ${crm}`).sort(), createsLeads, pullsOwners]);
  return asked(before) !== asked(after);
}

/** Whether what was pushed so far has to be pushed once more. */
export function pushesMore(before: CrmSettings, after: CrmSettings): boolean {
  return after.push.some((target) => !before.push.includes(target)) || before.locale !== after.locale;
}
