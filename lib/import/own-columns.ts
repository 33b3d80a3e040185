import { FIELD_TYPES } from "#lib/leads/fields.ts";
import { IDENTITIES_COLUMN, LEAD_FILE_COLUMNS } from "#lib/leads/lead-file-columns.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import type { Target } from "./known-headers.ts";
import { MAPPABLE_FIELDS } from "./mapping.ts";

const FIXED = [...LEAD_FILE_COLUMNS, IDENTITIES_COLUMN] as const;

/** What cannot be read back: numbers of that installation, and what follows from its history. */
const MEANINGS: Readonly<Partial<Record<(typeof FIXED)[number], Target>>> = {
  owner: { to: "owner" },
  may_call: { to: "permission", permission: "may_call", inverted: false },
  may_email: { to: "permission", permission: "may_email", inverted: false },
  may_score: { to: "permission", permission: "may_score", inverted: false },
  created_at: { to: "created_at" },
  identities: { to: "identities" },
};
const OWN_FIELD = new RegExp(`^((?:account\\.)?[a-z][a-z0-9_]{0,59}):(${FIELD_TYPES.join("|")})$`);

/** What a column of a file of leads that Voorrang wrote means; null for one that somebody added. */
export function ownTarget(column: string, fieldTypes: FieldCatalogue): Target | null {
  if (column === "email") return { to: "email" };
  const fixed = FIXED.find((name) => name === column);
  if (fixed) return MEANINGS[fixed] ?? { to: "ignore" };
  const field = MAPPABLE_FIELDS.find((name) => name === column);
  if (field) return { to: "field", field };
  const [, key, typeName] = OWN_FIELD.exec(column) ?? [];
  const type = FIELD_TYPES.find((name) => name === typeName);
  return key !== undefined && type ? { to: "custom", key, type: fieldTypes[key] ?? type } : null;
}
