import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { accountIdentities, accounts } from "#db/schema/index.ts";
import { accountIdentities as identitiesOf } from "#lib/leads/account-identity.ts";
import { ACCOUNT_COLUMN_OF, isAccountColumnField, mayAccountHold, whyNotHeld } from "#lib/leads/editable-fields.ts";
import { isSame } from "#lib/model/same.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { type FieldChanged, keepFieldHistory } from "./keep-field-history.ts";
import { markAccountLeadsDue } from "./mark-leads-due.ts";
import { recordAudit } from "./record-audit.ts";

export type SetAccountFields = {
  readonly accountId: number;
  /** New values by field key, as `account.industry`; null empties a field. A date is an epoch day. */
  readonly values: Readonly<Record<string, FieldValue | null>>;
  /** Whether values that are there stay. */
  readonly onlyEmpty?: boolean;
  /** null: no person. */
  readonly actorId: number | null;
  readonly at: Date;
  /** Since when the values are so, where that is not `at`. */
  readonly since?: Date;
};

/**
 * Changes fields of an account, keeps what they were, and has the worker score its leads anew, at
 * once. A value that is there already changes nothing. Refuses unknown fields, values of another
 * type, and a domain that names another account.
 */
export async function setAccountFields(
  input: SetAccountFields,
  executor: Executor = db,
): Promise<Result<{ readonly changed: readonly string[] }>> {
  const { accountId, values, onlyEmpty = false, actorId, at, since = at } = input;
  return executor.transaction(async (tx) => {
    const types = await readFieldTypes(tx);
    const wrong = Object.entries(values).filter(([field, value]) => !mayAccountHold(field, value, types));
    if (wrong.length > 0)
      return refuse("invalid_input", {
        fields: Object.fromEntries(wrong.map(([field]) => [field, whyNotHeld(field, types)])),
      });
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for("update");
    if (!account) return refuse("not_found");
    const changes = Object.entries(values).flatMap(([field, value]): FieldChanged[] => {
      const before = isAccountColumnField(field) ? account[ACCOUNT_COLUMN_OF[field]] : (account.custom[field] ?? null);
      return isSame(before, value) || (onlyEmpty && before !== null) ? [] : [{ field, before, value }];
    });
    if (changes.length === 0) return ok({ changed: [] });
    if (!(await takeNames({ accountId, changes }, tx)))
      return refuse("conflict", { fields: { "account.domain": "domain_of_other_account" } });
    await keepFieldHistory({ of: "account", id: accountId, createdAt: account.createdAt, changes, at: since }, tx);
    await write({ accountId, custom: account.custom, changes, at }, tx);
    await markAccountLeadsDue({ accountId, at }, tx);
    await enqueueJob({ queue: "process-due", data: {} }, tx);
    const changed = changes.map(({ field }) => field);
    const subject = `account:${accountId}`;
    await recordAudit({ at, actorId, action: "account.changed", subject, details: { fields: changed } }, tx);
    return ok({ changed });
  });
}

type Changes = { readonly accountId: number; readonly changes: readonly FieldChanged[] };

/**
 * Lets the account go by its new name and domain as well as by the old: files go on naming it so.
 * False for a domain that is another's; of a name, the first that had it keeps it.
 */
async function takeNames({ accountId, changes }: Changes, executor: Executor): Promise<boolean> {
  const said = (key: string) => {
    const value = changes.find(({ field }) => field === key)?.value;
    return typeof value === "string" ? value : null;
  };
  const names = identitiesOf({ name: said("account.name"), domain: said("account.domain") });
  for (const identity of names) {
    await executor
      .insert(accountIdentities)
      .values({ ...identity, accountId })
      .onConflictDoNothing();
    const [holder] = await executor
      .select({ accountId: accountIdentities.accountId })
      .from(accountIdentities)
      .where(and(eq(accountIdentities.kind, identity.kind), eq(accountIdentities.value, identity.value)));
    // The domain comes first: nothing was written when it is refused.
    if (identity.kind === "domain" && holder?.accountId !== accountId) return false;
  }
  return true;
}

async function write(
  { accountId, custom, changes, at }: Changes & { readonly custom: Record<string, FieldValue>; readonly at: Date },
  executor: Executor,
): Promise<void> {
  const columns: Record<string, FieldValue | null> = {};
  const own = { ...custom };
  for (const { field, value } of changes) {
    if (isAccountColumnField(field)) columns[ACCOUNT_COLUMN_OF[field]] = value;
    else if (value === null) delete own[field];
    else own[field] = value;
  }
  await executor
    .update(accounts)
    .set({ ...columns, custom: own, updatedAt: at })
    .where(eq(accounts.id, accountId));
}
