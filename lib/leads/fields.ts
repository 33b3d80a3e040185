import type { FieldCatalogue, FieldType } from "#lib/scoring/facts.ts";

export const FIELD_ENTITIES = ["lead", "account"] as const;
export const FIELD_TYPES = ["text", "number", "boolean", "date", "list"] as const satisfies readonly FieldType[];

/** Fields every organisation has, as conditions name them; labels are in the catalogue under `fields`. */
export const STANDARD_FIELDS = {
  first_name: "text",
  last_name: "text",
  email: "text",
  /** Derived: the part of the e-mail address behind the @. */
  email_domain: "text",
  phone: "text",
  job_title: "text",
  country: "text",
  city: "text",
  language: "text",
  source: "text",
  "account.name": "text",
  "account.domain": "text",
  "account.industry": "text",
  "account.employees": "number",
  "account.country": "text",
  "account.city": "text",
} as const satisfies FieldCatalogue;

export type StandardField = keyof typeof STANDARD_FIELDS;
