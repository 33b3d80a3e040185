import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import type { Emptiness } from "#lib/call-list/view.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";

/** What a rep with nothing to call has: open leads, and those put off beyond the day. */
export async function readEmptiness(
  { userId, day }: { readonly userId: number; readonly day: number },
  executor: Executor = db,
): Promise<Emptiness> {
  const [row] = await executor.execute<{ own: number; put_off: number; next: string | null }>(sql`
    select count(*)::int as own, count(touch.id)::int as put_off, min(touch.snoozed_until)::text as next
    from leads lead
    left join lateral (
      select newest.* from (
        select id, disposition, snoozed_until from touches
        where lead_id = lead.id and disposition is not null and undone_at is null
        order by at desc, id desc limit 1) newest
      where newest.disposition = 'snoozed' and newest.snoozed_until > ${formatEpochDay(day)}::date) touch on true
    where lead.owner_id = ${userId} and lead.may_call
      and lead.stage in (${sql.join(
        OPEN_STAGES.map((stage) => sql`${stage}`),
        sql`, `,
      )})`);
  return {
    ownLeads: row?.own ?? 0,
    putOff: row?.put_off ?? 0,
    nextFollowUpOn: row?.next ? parseEpochDay(row.next) : null,
  };
}
