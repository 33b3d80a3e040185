import { ByteDictionary } from "#db/byte-dictionary.ts";
import type { BinaryRow } from "#db/copy-binary-reader.ts";
import { emailDomain } from "#lib/leads/email-domain.ts";
import type { FieldCatalogue, FieldType } from "#lib/scoring/facts.ts";
import { readValue, type Value } from "#lib/scoring/value.ts";

/** A field as a column of a query over its owner, `lead` or `account`, and how its value is read from a binary row. */
export type FieldColumn = {
  readonly field: string;
  readonly owner: "lead" | "account";
  readonly sql: string;
  readonly read: (row: BinaryRow, place: number) => Value;
};

const TEXT_COLUMNS: Readonly<Record<string, string>> = {
  first_name: "lead.first_name",
  last_name: "lead.last_name",
  email: "lead.email",
  phone: "lead.phone",
  job_title: "lead.job_title",
  country: "lead.country",
  city: "lead.city",
  language: "lead.language",
  source: "lead.source",
  "account.name": "account.name",
  "account.domain": "account.domain",
  "account.industry": "account.industry",
  "account.country": "account.country",
  "account.city": "account.city",
};

const AT = "@".charCodeAt(0);

/** The columns behind fields of the catalogue, valued as `flattenFields` has them. */
export function fieldColumns(fields: readonly string[], types: FieldCatalogue): FieldColumn[] {
  return fields.map((field) => fieldColumn(field, types[field] ?? "text"));
}

function fieldColumn(field: string, type: FieldType): FieldColumn {
  const owner = field.startsWith("account.") ? "account" : "lead";
  if (field === "email_domain") return { field, owner, sql: "lead.email", read: readDomain(type) };
  if (field === "account.employees") return { field, owner, sql: "account.employees", read: readInteger(type) };
  const column = TEXT_COLUMNS[field];
  if (column !== undefined) return { field, owner, sql: column, read: readText(type) };
  return { field, owner, sql: `${owner}.custom -> '${field.replaceAll("'", "''")}'`, read: readJson(type) };
}

function readText(type: FieldType): FieldColumn["read"] {
  const known = new ByteDictionary((bytes, from, to) => readValue(bytes.toString("utf8", from, to), type));
  return (row, place) => (row.isNull(place) ? null : known.get(row.bytes, row.start(place), row.end(place)));
}

/** Addresses differ, their domains repeat; all that decides a domain is what stands from the last @ on. */
function readDomain(type: FieldType): FieldColumn["read"] {
  const known = new ByteDictionary((bytes, from, to) => readValue(emailDomain(bytes.toString("utf8", from, to)), type));
  return (row, place) => {
    if (row.isNull(place)) return null;
    const at = row.bytes.subarray(row.start(place), row.end(place)).lastIndexOf(AT);
    return at < 0 ? null : known.get(row.bytes, row.start(place) + at, row.end(place));
  };
}

function readInteger(type: FieldType): FieldColumn["read"] {
  return (row, place) => (row.isNull(place) ? null : readValue(row.int4(place), type));
}

/** The text of a `jsonb` follows its version byte. */
function readJson(type: FieldType): FieldColumn["read"] {
  const known = new ByteDictionary((bytes, from, to) => readValue(JSON.parse(bytes.toString("utf8", from, to)), type));
  return (row, place) => (row.isNull(place) ? null : known.get(row.bytes, row.start(place) + 1, row.end(place)));
}
