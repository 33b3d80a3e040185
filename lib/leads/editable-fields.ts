import type { FieldCatalogue, FieldType, FieldValue } from "#lib/scoring/facts.ts";
import type { AccountColumns, LeadColumns } from "./flatten-fields.ts";

/** Which column holds a standard field of a lead that a person may set. */
export const COLUMN_OF = {
  first_name: "firstName",
  last_name: "lastName",
  email: "email",
  phone: "phone",
  job_title: "jobTitle",
  country: "country",
  city: "city",
  language: "language",
  source: "source",
} as const satisfies Readonly<Record<string, Exclude<keyof LeadColumns, "custom">>>;

export type ColumnField = keyof typeof COLUMN_OF;

export function isColumnField(field: string): field is ColumnField {
  return Object.hasOwn(COLUMN_OF, field);
}

/** Whether a field is one of the lead's own, and the value (null empties it) is of its type. */
export function mayHold(field: string, value: FieldValue | null, types: FieldCatalogue): boolean {
  const type = types[field];
  if (type === undefined || field === "email_domain" || field.startsWith("account.")) return false;
  return value === null || isOfType(value, type);
}

/** Why a field that may not hold a value does not; the sentences stand among the refusals. */
export function whyNotHeld(field: string, types: FieldCatalogue): "no_such_field" | "not_such_a_value" {
  return types[field] === undefined ? "no_such_field" : "not_such_a_value";
}

/** Which column holds a standard field of an account. */
export const ACCOUNT_COLUMN_OF = {
  "account.name": "name",
  "account.domain": "domain",
  "account.industry": "industry",
  "account.employees": "employees",
  "account.country": "country",
  "account.city": "city",
} as const satisfies Readonly<Record<string, Exclude<keyof AccountColumns, "custom">>>;

export function isAccountColumnField(field: string): field is keyof typeof ACCOUNT_COLUMN_OF {
  return Object.hasOwn(ACCOUNT_COLUMN_OF, field);
}

/** As `mayHold`, for fields of an account, which always has a name and counts whole employees. */
export function mayAccountHold(field: string, value: FieldValue | null, types: FieldCatalogue): boolean {
  const type = types[field];
  if (type === undefined || !field.startsWith("account.")) return false;
  if (value === null) return field !== "account.name";
  if (field === "account.employees" && !(Number.isSafeInteger(value) && Number(value) >= 0)) return false;
  return isOfType(value, type);
}

function isOfType(value: FieldValue, type: FieldType): boolean {
  switch (type) {
    case "text":
      return typeof value === "string" && value !== "";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "date":
      return Number.isSafeInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "list":
      return Array.isArray(value) && value.length > 0;
  }
}
