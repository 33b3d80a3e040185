import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { callLists } from "#db/schema/index.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

type Figures = { readonly calls: number; readonly followUps: number; readonly clocks: number };

/** What is ahead of each person on a day, by user; who has neither a list nor a running clock is not there. */
export async function readDayAhead(
  { day }: { readonly day: number },
  executor: Executor = db,
): Promise<ReadonlyMap<number, Figures>> {
  const date = sql`${formatEpochDay(day)}::date`;
  const rows = await executor.execute<{ user_id: string; calls: number; follow_ups: number; clocks: number }>(sql`
    with listed as (
      select entry.user_id, count(*)::int as calls,
        (count(*) filter (where touch.disposition = 'snoozed' and touch.snoozed_until <= ${date}))::int as follow_ups
      from call_list_entries entry
      left join lateral (
        select disposition, snoozed_until from touches
        where lead_id = entry.lead_id and disposition is not null and undone_at is null order by id desc limit 1) touch on true
      where entry.day = ${date}
      group by entry.user_id),
    running as (
      select lead.owner_id as user_id, count(*)::int as clocks
      from sla_clocks clock join leads lead on lead.id = clock.lead_id
      where clock.stopped_at is null and clock.ended_at is null and lead.owner_id is not null
      group by lead.owner_id)
    select user_id, coalesce(calls, 0) as calls, coalesce(follow_ups, 0) as follow_ups, coalesce(clocks, 0) as clocks
    from listed full join running using (user_id)`);
  return new Map(
    rows.map((row) => [Number(row.user_id), { calls: row.calls, followUps: row.follow_ups, clocks: row.clocks }]),
  );
}

/** Whether each of these people has a list on a day. */
export async function areListsMade(
  { day, userIds }: { readonly day: number; readonly userIds: readonly number[] },
  executor: Executor = db,
): Promise<boolean> {
  const made = await executor.$count(callLists, and(eq(callLists.day, day), inArray(callLists.userId, [...userIds])));
  return made === userIds.length;
}
