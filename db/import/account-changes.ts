import { type CopyLines, prepareLines } from "#db/copy-lines.ts";
import { copyRow } from "#db/copy-text.ts";
import type { Values } from "#lib/import/row.ts";
import type { AccountIdentity } from "#lib/leads/account-identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { ImportSession } from "./session.ts";
import { ACCOUNT_COLUMN_OF } from "./stored-accounts.ts";

/** An account with the values it has or gets, by field key. */
type Valued = { readonly id: number; readonly values: Readonly<Record<string, FieldValue | null>> };

/** New accounts, new names of accounts, and what rows say of those that are there. */
export type AccountChanges = {
  readonly made: readonly Valued[];
  readonly named: readonly { readonly account: { readonly id: number }; readonly identity: AccountIdentity }[];
  readonly said: readonly { readonly subjectId: number; readonly change: Values | null }[];
};

/** Lines for new accounts and their names. */
export function prepareAccounts(
  { made, named }: Pick<AccountChanges, "made" | "named">,
  { arrived }: Pick<ImportSession, "arrived">,
): CopyLines[] {
  return [
    prepareLines(
      "accounts (id, name, domain, industry, employees, country, city, custom, created_at, updated_at)",
      made,
      (account) => accountLine(account, arrived),
    ),
    prepareLines("account_identities (kind, value, account_id)", named, ({ identity, account }) =>
      copyRow([identity.kind, identity.value, account.id]),
    ),
  ];
}

function accountLine({ id, values }: Valued, arrived: Date): string {
  return copyRow([
    id,
    String(values["account.name"]),
    textOf(values["account.domain"]),
    textOf(values["account.industry"]),
    numberOf(values["account.employees"]),
    textOf(values["account.country"]),
    textOf(values["account.city"]),
    { json: ownValues(values) },
    arrived,
    arrived,
  ]);
}

/** Values of the organisation's own account fields: all without a column. */
function ownValues(values: Valued["values"]): Record<string, FieldValue | null> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !ACCOUNT_COLUMN_OF.has(field)));
}

export function textOf(value: FieldValue | null | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: FieldValue | null | undefined): number | null {
  return typeof value === "number" ? value : null;
}
