import { toKey } from "#lib/import/key.ts";
import { readBoolean, readNumber } from "#lib/import/read-value.ts";
import { normalizeDomain } from "#lib/leads/account-identity.ts";
import { isAccountColumnField, isColumnField, mayAccountHold, mayHold } from "#lib/leads/editable-fields.ts";
import { FLAGS_FIELD } from "#lib/leads/flags.ts";
import { splitFullName } from "#lib/leads/full-name.ts";
import { normalizeEmail } from "#lib/leads/identity.ts";
import type { FieldCatalogue, FieldType, FieldValue } from "#lib/scoring/facts.ts";
import { localDay, parseEpochDay } from "#lib/time/local-day.ts";
import { fieldValueOf, flatSaid, type Said } from "./properties.ts";

export type Values = Readonly<Record<string, FieldValue>>;

/** What fields there are, and the zone of their days. */
export type FieldContext = { readonly types: FieldCatalogue; readonly timeZone: string };

/** Names and titles of this length are none; the indexes of such fields would refuse them too. */
const LONGEST_STANDARD = 250;

/** What the protocol and its users call the fields of a person. */
const LEAD_TRAITS: ReadonlyMap<string, string> = new Map([
  ["firstName", "first_name"],
  ["lastName", "last_name"],
  ["phone", "phone"],
  ["title", "job_title"],
  ["jobTitle", "job_title"],
  ["position", "job_title"],
  ["country", "country"],
  ["city", "city"],
  ["language", "language"],
  ["source", "source"],
]);

const ACCOUNT_TRAITS: ReadonlyMap<string, string> = new Map([
  ["name", "account.name"],
  ["domain", "account.domain"],
  ["website", "account.domain"],
  ["industry", "account.industry"],
  ["employees", "account.employees"],
  ["employeeCount", "account.employees"],
  ["employee_count", "account.employees"],
  ["country", "account.country"],
  ["city", "account.city"],
]);

/** What an object in the traits is about another than the person. */
const OF_COMPANY = "company.";
const OF_ADDRESS = "address.";

/** What traits say of the person, what an object in them says as `address.city`. */
export function traitsOfLead(traits: Said): readonly (readonly [string, FieldValue])[] {
  return flatSaid(traits).filter(([trait]) => !trait.startsWith(OF_COMPANY));
}

/**
 * Fields of a lead that traits fill: those of the protocol, and the organisation's own by their key. What names no
 * field, or is nothing a field of its type holds, is left out; nothing is ever emptied.
 */
export function leadValuesOf(traits: Said, context: FieldContext): Values {
  const values: Record<string, FieldValue> = {};
  const { name } = traits;
  if (typeof name === "string") {
    const { first, last } = splitFullName(name);
    if (first) values.first_name = first.slice(0, LONGEST_STANDARD);
    if (last) values.last_name = last.slice(0, LONGEST_STANDARD);
  }
  for (const [trait, value] of traitsOfLead(traits)) {
    const field = leadFieldOf(trait, context.types);
    // Flags are what people noted.
    if (field === null || field === "email" || field === FLAGS_FIELD || isSaidBetter(trait, field, values)) continue;
    const typed = typedValue(value, context.types[field], context);
    if (typed === null || !mayHold(field, typed, context.types)) continue;
    values[field] = isColumnField(field) && typeof typed === "string" ? typed.slice(0, LONGEST_STANDARD) : typed;
  }
  const email = emailOf(traits);
  return email === null ? values : { ...values, email };
}

/** The field of a lead that a trait, as `traitsOfLead` names it, fills; null when there is none. */
export function leadFieldOf(trait: string, types: FieldCatalogue): string | null {
  return LEAD_TRAITS.get(trait) ?? fieldOf(trait, "", types);
}

/** The e-mail address among traits, as it is compared; null when there is none. */
export function emailOf({ email }: Said): string | null {
  return typeof email === "string" ? normalizeEmail(email) : null;
}

/** As `leadValuesOf`, for a company: of a group's traits, or of the trait `company` of a person. */
export function accountValuesOf(traits: Said, context: FieldContext): Values {
  const values: Record<string, FieldValue> = {};
  for (const [trait, value] of flatSaid(traits)) {
    const field = accountFieldOf(trait, context.types);
    if (field === null || isSaidBetter(trait, field, values)) continue;
    const typed = typedValue(value, context.types[field], context);
    const whole = field === "account.employees" || field === "account.domain" ? plainValue(typed) : typed;
    if (whole === null || !mayAccountHold(field, whole, context.types)) continue;
    values[field] = isAccountColumnField(field) && typeof whole === "string" ? whole.slice(0, LONGEST_STANDARD) : whole;
  }
  return values;
}

/** As `leadFieldOf`, of a company. */
export function accountFieldOf(trait: string, types: FieldCatalogue): string | null {
  return ACCOUNT_TRAITS.get(trait) ?? fieldOf(trait, "account.", types);
}

/** A trait of its own goes before one within another, wherever it stands. */
function isSaidBetter(trait: string, field: string, values: Values): boolean {
  return trait.includes(".") && Object.hasOwn(values, field);
}

/** Whole people, and a domain without the rest of an address. */
function plainValue(value: FieldValue | null): FieldValue | null {
  if (typeof value === "number") return Math.round(value);
  return typeof value === "string" ? normalizeDomain(value) : value;
}

/**
 * The field that a trait names, as written or in the form of a key; null when there is none. What an address says is
 * said of whose it is.
 */
function fieldOf(trait: string, prefix: "" | "account.", types: FieldCatalogue): string | null {
  const part = trait.startsWith(OF_ADDRESS) ? trait.slice(OF_ADDRESS.length) : null;
  for (const name of [trait, toKey(trait), part, part && toKey(part)]) {
    const field = `${prefix}${name}`;
    if (name && Object.hasOwn(types, field) && field.startsWith("account.") === (prefix !== "")) return field;
  }
  return null;
}

/** A trait as a field of a type holds it; null when it is nothing that one holds. */
export function typedValue(
  said: unknown,
  type: FieldType | undefined,
  { timeZone }: Pick<FieldContext, "timeZone">,
): FieldValue | null {
  const value = fieldValueOf(said);
  if (value === null || type === undefined) return null;
  if (type === "list") return typeof value === "object" ? value : [String(value)];
  if (typeof value === "object") return null;
  const text = String(value).trim();
  switch (type) {
    case "text":
      return text === "" ? null : text;
    case "number":
      return readNumber(text, "point");
    case "boolean":
      return typeof value === "boolean" ? value : readBoolean(text);
    case "date":
      return dayOf(text, timeZone);
  }
}

function dayOf(text: string, timeZone: string): number | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseEpochDay(text);
  const at = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : localDay(at, timeZone);
}
