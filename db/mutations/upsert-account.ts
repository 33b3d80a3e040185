import type { Executor } from "#db/client.ts";
import { normalizeDomain } from "#lib/leads/account-identity.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { nameAccount } from "./name-account.ts";
import { setAccountFields } from "./set-account-fields.ts";

export type UpsertAccount = {
  readonly name: string | null;
  readonly domain: string | null;
  /** By field key, as `account.industry`. A date is an epoch day. */
  readonly values: Readonly<Record<string, FieldValue | null>>;
  readonly at: Date;
};

/** Makes the account that a name and a domain mean, or changes it, in the caller's transaction, which a refusal has to undo. */
export async function upsertAccount(
  { name, domain, values, at }: UpsertAccount,
  executor: Executor,
): Promise<Result<{ readonly accountId: number; readonly isMade: boolean; readonly changed: readonly string[] }>> {
  const found = await nameAccount({ name, domain, at }, executor);
  if (!found) return refuse("invalid_input", { fields: { name: "required" } });
  const host = domain === null ? null : normalizeDomain(domain);
  const said = {
    ...values,
    ...(name !== null && { "account.name": name }),
    ...(host !== null && { "account.domain": host }),
  };
  const set = await setAccountFields({ accountId: found.accountId, values: said, actorId: null, at }, executor);
  return set.ok ? ok({ ...found, changed: set.value.changed }) : set;
}
