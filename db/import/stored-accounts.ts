import type { BulkClient } from "#db/bulk.ts";
import type { AccountIdentity } from "#lib/leads/account-identity.ts";
import type { AccountColumns } from "#lib/leads/flatten-fields.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { textArray } from "./text-array.ts";

/** An account as it is stored; `values` by field key, its own fields and the columns alike. */
export type StoredAccount = {
  readonly id: number;
  readonly values: Readonly<Record<string, FieldValue | null>>;
  readonly createdAt: number;
  readonly updatedAt: Date;
};

type Row = AccountColumns & { readonly id: string; readonly created_at: Date; readonly updated_at: Date };

const COLUMNS = `account.id, account.name, account.domain, account.industry, account.employees, account.country,
  account.city, account.custom, account.created_at, account.updated_at`;

/** Field keys of an account that have a column of their own. */
export const ACCOUNT_COLUMN_OF: ReadonlyMap<string, string> = new Map(
  ["name", "domain", "industry", "employees", "country", "city"].map((column) => [`account.${column}`, column]),
);

export async function readStoredAccounts(
  ids: readonly number[],
  client: BulkClient,
): Promise<Map<number, StoredAccount>> {
  const { rows } = await client.query<Row>({
    name: "read_stored_accounts",
    text: `select ${COLUMNS} from accounts account where account.id = any($1::bigint[]) order by id for update`,
    values: [ids],
  });
  return new Map(rows.map((row) => [Number(row.id), toAccount(row)]));
}

export type NamedAccount = StoredAccount & { readonly identity: AccountIdentity; readonly pending: unknown };

/** The accounts that identities name, with what the file said of them so far. */
export async function findAccounts(
  { identities, importId }: { readonly identities: readonly AccountIdentity[]; readonly importId: number },
  client: BulkClient,
): Promise<NamedAccount[]> {
  if (identities.length === 0) return [];
  const { rows } = await client.query<Row & { n: string; change: unknown }>({
    name: "find_accounts",
    text: `
      select asked.n, ${COLUMNS},
        (select change from import_pending where (import_id, entity, subject_id) = ($3, 'account', account.id)) as change
      from unnest($1::text[], $2::text[]) with ordinality as asked (kind, value, n)
      join account_identities identity on (identity.kind, identity.value) = (asked.kind, asked.value)
      join accounts account on account.id = identity.account_id`,
    values: [textArray(identities.map(({ kind }) => kind)), textArray(identities.map(({ value }) => value)), importId],
  });
  return rows.flatMap((row) => {
    const identity = identities[Number(row.n) - 1];
    return identity ? [{ ...toAccount(row), identity, pending: row.change }] : [];
  });
}

function toAccount({ id, custom, created_at, updated_at, ...columns }: Row): StoredAccount {
  const values: Record<string, FieldValue | null> = {
    ...custom,
    "account.name": columns.name,
    "account.domain": columns.domain,
    "account.industry": columns.industry,
    "account.employees": columns.employees,
    "account.country": columns.country,
    "account.city": columns.city,
  };
  return { id: Number(id), values, createdAt: created_at.getTime(), updatedAt: updated_at };
}
