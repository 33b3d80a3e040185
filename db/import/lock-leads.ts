import type { BulkClient } from "#db/bulk.ts";
import { GATE, LEADS_FROM, MOST_LOCKED_LEADS } from "#db/locks.ts";

/** As `lockLeads` of `db/locks.ts`, in the transaction of an import's own connection. */
export async function lockLeads(leadIds: readonly number[], client: BulkClient): Promise<void> {
  const ordered = [...new Set(leadIds)].sort((a, b) => a - b);
  if (ordered.length > MOST_LOCKED_LEADS) throw new Error(`At most ${MOST_LOCKED_LEADS} leads in one transaction.`);
  await client.query({
    name: "lock_leads",
    text: `
      select pg_advisory_xact_lock_shared(${GATE}::bigint)
      union all
      select pg_advisory_xact_lock(${LEADS_FROM}::bigint + id) from unnest($1::bigint[]) with ordinality as lead (id, n)`,
    values: [ordered],
  });
}

/** As `markLeadsDue` of `db/mutations`, in the transaction of an import's own connection. */
export async function markDue(leadIds: readonly number[], at: Date, client: BulkClient): Promise<void> {
  if (leadIds.length === 0) return;
  await client.query({
    name: "mark_due",
    text: `
      insert into due_leads (lead_id, since)
      select distinct id, $2::timestamptz from unnest($1::bigint[]) as lead (id) order by id
      on conflict (lead_id) do update set since = excluded.since`,
    values: [leadIds, at],
  });
}

/** As `confirmLeads` of `db/mutations`, in the transaction of an import's own connection. */
export async function confirmLeads(leadIds: readonly number[], client: BulkClient): Promise<void> {
  if (leadIds.length === 0) return;
  await client.query({
    name: "confirm_leads",
    text: "delete from claimed_leads where lead_id = any($1::bigint[])",
    values: [leadIds],
  });
}
