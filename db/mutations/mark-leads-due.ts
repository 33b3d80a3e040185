import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";

/**
 * Says that the worker has to score these leads, in the transaction that imported facts of them. A
 * mark that is there is written anew: who reads the list tells by it that the facts changed once more.
 */
export async function markLeadsDue(
  { leadIds, at }: { readonly leadIds: readonly number[]; readonly at: Date },
  executor: Executor,
): Promise<void> {
  await executor.execute(sql`
    insert into due_leads (lead_id, since)
    select distinct id, ${at.toISOString()}::timestamptz from unnest(${idArray(leadIds)}) as lead (id) order by id
    on conflict (lead_id) do update set since = excluded.since`);
}

/** As `markLeadsDue`, for all leads of an account that changed. */
export async function markAccountLeadsDue(
  { accountId, at }: { readonly accountId: number; readonly at: Date },
  executor: Executor,
): Promise<void> {
  await executor.execute(sql`
    insert into due_leads (lead_id, since, cause)
    select id, ${at.toISOString()}::timestamptz, 'account' from leads where account_id = ${accountId} order by id
    on conflict (lead_id) do update set since = excluded.since, cause = excluded.cause`);
}
