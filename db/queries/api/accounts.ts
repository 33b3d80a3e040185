import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accountIdentities, accounts } from "#db/schema/index.ts";
import { normalizeDomain } from "#lib/leads/account-identity.ts";

/** An account as it is stored. */
export type ReadAccount = typeof accounts.$inferSelect;

type AccountsQuery = {
  /** The id before the first. */
  readonly after: number;
  readonly limit: number;
  readonly domain?: string | undefined;
};

/** Accounts by id, behind a given one. */
export async function listReadAccounts(
  { after, limit, domain }: AccountsQuery,
  executor: Executor = db,
): Promise<ReadAccount[]> {
  if (domain === undefined) return select(gt(accounts.id, after), limit, executor);
  const [named] = await executor
    .select({ accountId: accountIdentities.accountId })
    .from(accountIdentities)
    .where(and(eq(accountIdentities.kind, "domain"), eq(accountIdentities.value, normalizeDomain(domain) ?? "")));
  return named ? select(and(eq(accounts.id, named.accountId), gt(accounts.id, after)), limit, executor) : [];
}

/** null: there is none. */
export async function findReadAccount(
  { accountId }: { readonly accountId: number },
  executor: Executor = db,
): Promise<ReadAccount | null> {
  const [account] = await select(eq(accounts.id, accountId), 1, executor);
  return account ?? null;
}

function select(where: SQL | undefined, limit: number, executor: Executor): Promise<ReadAccount[]> {
  return executor.select().from(accounts).where(where).orderBy(asc(accounts.id)).limit(limit);
}
