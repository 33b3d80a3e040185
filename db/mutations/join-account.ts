import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { accountIdentities, accounts, leads } from "#db/schema/index.ts";
import { NothingKept } from "#db/try-again.ts";
import type { Values } from "#lib/ingest/traits.ts";
import { accountIdentities as identitiesOf } from "#lib/leads/account-identity.ts";
import { ACCOUNT_COLUMN_OF, isAccountColumnField } from "#lib/leads/editable-fields.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { keepTraits } from "./keep-traits.ts";
import { setAccountFields } from "./set-account-fields.ts";

export type JoinAccount = {
  /** Who works for it; null: nobody that is known. */
  readonly leadId: number | null;
  /** Its id at its trackers; null when only its name or domain is known. */
  readonly groupId: string | null;
  /** By field key, as `account.industry`. */
  readonly values: Values;
  /** Traits that no field keeps. */
  readonly others: Values;
  /** Whether values and a lead's company that are there stay. */
  readonly onlyEmpty: boolean;
  readonly at: Date;
};

/** Finds or makes the account that a tracker names, gives it its values and lets the lead belong to it. */
export async function joinAccount(input: JoinAccount, executor: Executor): Promise<void> {
  const { leadId, values, others, onlyEmpty, at } = input;
  const identities = namesOf(input);
  if (identities.length === 0) return;
  const found = await findAccount(identities, executor);
  const accountId = found ?? (await makeAccount(input, executor));
  // A browser gives no company that is there a further name, nor anything else.
  if (found === null || !onlyEmpty) {
    const taken = await nameAs(accountId, identities, executor);
    if (found === null && taken < identities.length)
      throw new NothingKept(new Error("Somebody else made the company in the same moment."));
    if (found !== null) await describe({ accountId, values, at }, executor);
    await keepTraits({ of: "account", traits: new Map([[accountId, others]]), onlyEmpty, at }, executor);
  }
  if (leadId === null) return;
  await executor
    .update(leads)
    .set({ accountId, updatedAt: at })
    .where(and(eq(leads.id, leadId), onlyEmpty ? isNull(leads.accountId) : undefined));
}

type Identity = Pick<typeof accountIdentities.$inferInsert, "kind" | "value">;

function namesOf({ groupId, values }: JoinAccount): Identity[] {
  const names: Identity[] = identitiesOf({
    name: textOf(values["account.name"]),
    domain: textOf(values["account.domain"]),
  });
  return groupId === null ? names : [{ kind: "group", value: groupId }, ...names];
}

/** The first name that is known decides. */
async function findAccount(identities: readonly Identity[], executor: Executor): Promise<number | null> {
  for (const { kind, value } of identities) {
    const [known] = await executor
      .select({ accountId: accountIdentities.accountId })
      .from(accountIdentities)
      .where(and(eq(accountIdentities.kind, kind), eq(accountIdentities.value, value)));
    if (known) return known.accountId;
  }
  return null;
}

/** Gives how many of these names are its own since; the others are another's, or were its own before. */
async function nameAs(accountId: number, identities: readonly Identity[], executor: Executor): Promise<number> {
  const taken = await executor
    .insert(accountIdentities)
    .values(identities.map((identity) => ({ ...identity, accountId })))
    .onConflictDoNothing()
    .returning({ kind: accountIdentities.kind });
  return taken.length;
}

async function makeAccount({ groupId, values, at }: JoinAccount, executor: Executor): Promise<number> {
  const columns: Record<string, FieldValue> = {};
  const custom: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(values))
    if (isAccountColumnField(field)) columns[ACCOUNT_COLUMN_OF[field]] = value;
    else custom[field] = value;
  const name = textOf(values["account.name"]) ?? textOf(values["account.domain"]) ?? groupId ?? "";
  const [made] = await executor
    .insert(accounts)
    .values({ ...columns, name, custom, createdAt: at, updatedAt: at })
    .returning({ id: accounts.id });
  if (!made) throw new Error("The account was not stored.");
  return made.id;
}

type Described = Pick<JoinAccount, "values" | "at"> & { readonly accountId: number };

/** A domain that is another account's stays with that one; the rest is taken. */
async function describe({ accountId, values, at }: Described, executor: Executor): Promise<void> {
  const set = (said: Values) => setAccountFields({ accountId, values: said, actorId: null, at }, executor);
  const result = await set(values);
  if (result.ok) return;
  const { "account.domain": _, ...rest } = values;
  await set(rest);
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
