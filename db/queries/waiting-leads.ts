import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";

/** How many leads wait as `listWaitingLeads` finds them, and since when the first of them does (epoch milliseconds). */
export async function countWaitingLeads(executor: Executor = db) {
  const [row] = await executor.execute<{ leads: number; since: number | null }>(sql`
    select count(*)::int as leads, extract(epoch from min(stage_entered_at))::float8 * 1000 as since
    from leads where stage = 'marketing_qualified'
      and (owner_id is null or owner_id in (select id from users where disabled_at is not null))`);
  return { leads: row?.leads ?? 0, since: row?.since ?? null };
}

/** `since` is to the microsecond, as a later question needs it. */
export type WaitingLead = { readonly leadId: number; readonly since: string };

/**
 * Leads that were handed over to sales and are nobody's, or of somebody who may not sign in any more, from
 * who waits longest on; only those waiting since later than `after`, when it is given.
 */
export async function listWaitingLeads(
  { after = null, limit }: { readonly after?: string | null; readonly limit: number },
  executor: Executor = db,
): Promise<WaitingLead[]> {
  const waiting = sql`
    select id, stage_entered_at as since from leads
    where stage = 'marketing_qualified' and stage_entered_at > coalesce(${after}::timestamptz, '-infinity')`;
  // Each half in the order of the index of those who wait.
  const order = sql`order by owner_id, stage_entered_at, id limit ${limit}`;
  const rows = await executor.execute<{ id: string; since: string }>(sql`
    select id, since::text from (
      (${waiting} and owner_id is null ${order})
      union all
      select found.id, found.since from users gone
      cross join lateral (${waiting} and owner_id = gone.id ${order}) found
      where gone.disabled_at is not null) waiting
    order by waiting.since, id limit ${limit}`);
  return rows.map(({ id, since }) => ({ leadId: Number(id), since }));
}
