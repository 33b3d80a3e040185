import { and, eq, inArray, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { accountIdentities, accounts } from "#db/schema/index.ts";
import { accountIdentities as identitiesOf, normalizeDomain } from "#lib/leads/account-identity.ts";

type NameAccount = { readonly name: string | null; readonly domain: string | null; readonly at: Date };

/**
 * The account that a name and a domain mean, made where there is none. One known by its name only is the one with this
 * domain; of two domains each is its own. null: neither says anything.
 */
export async function nameAccount(
  { name, domain, at }: NameAccount,
  executor: Executor,
): Promise<{ readonly accountId: number; readonly isMade: boolean } | null> {
  const names = identitiesOf({ name, domain });
  if (names.length === 0) return null;
  const host = domain === null ? null : normalizeDomain(domain);
  const known = await find(names, host, executor);
  if (known !== null) return { accountId: known, isMade: false };
  const [made] = await executor
    .insert(accounts)
    .values({ name: name ?? host ?? "", domain: host, createdAt: at, updatedAt: at })
    .returning({ id: accounts.id });
  if (!made) throw new Error("The account was not stored.");
  const taken = await executor
    .insert(accountIdentities)
    .values(names.map((identity) => ({ ...identity, accountId: made.id })))
    .onConflictDoNothing()
    .returning({ kind: accountIdentities.kind });
  if (taken.some(({ kind }) => kind === names[0]?.kind)) return { accountId: made.id, isMade: true };
  // Somebody else made it in the same moment.
  await executor.delete(accounts).where(eq(accounts.id, made.id));
  const theirs = await find(names, host, executor);
  return theirs === null ? null : { accountId: theirs, isMade: false };
}

async function find(
  names: ReturnType<typeof identitiesOf>,
  host: string | null,
  executor: Executor,
): Promise<number | null> {
  const rows = await executor
    .select({ kind: accountIdentities.kind, accountId: accounts.id, domain: accounts.domain })
    .from(accountIdentities)
    .innerJoin(accounts, eq(accounts.id, accountIdentities.accountId))
    .where(
      or(
        ...names.map(({ kind, value }) =>
          and(eq(accountIdentities.kind, kind), inArray(accountIdentities.value, [value])),
        ),
      ),
    );
  const byDomain = rows.find(({ kind }) => kind === "domain");
  const byName = rows.find(
    ({ kind, domain }) => kind === "name" && (host === null || domain === null || domain === host),
  );
  return (byDomain ?? byName)?.accountId ?? null;
}
