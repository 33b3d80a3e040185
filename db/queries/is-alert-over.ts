import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";

type Query = { readonly userId: number; readonly alertId: number };

/**
 * Whether what an alert tells of is over by now: the first touch was made, the lead found an owner, or is not the
 * person's any more. A breach stays one.
 */
export async function isAlertOver({ userId, alertId }: Query, executor: Executor = db): Promise<boolean> {
  const [row] = await executor.execute<{ over: boolean }>(sql`
    select case
      when alert.kind = 'clock_half' then not exists (
        select from sla_clocks clock where clock.lead_id = alert.lead_id and 'clock:' || clock.id = alert.subject
          and clock.stopped_at is null and clock.ended_at is null)
      when alert.kind = 'no_owner' then lead.owner_id is distinct from (alert.facts->>'ownerId')::bigint
      when alert.lead_id is not null and alert.kind in ('newcomer', 'given')
        then lead.owner_id is distinct from alert.user_id
      else false end as over
    from alerts alert left join leads lead on lead.id = alert.lead_id
    where alert.user_id = ${userId} and alert.id = ${alertId}`);
  return row?.over ?? false;
}
