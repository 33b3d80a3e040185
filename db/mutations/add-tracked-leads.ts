import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { claimedLeads } from "#db/schema/index.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";

export type AddTrackedLeads = {
  readonly count: number;
  readonly at: Date;
  readonly timeZone: string;
  /** Whether only a browser told of them. */
  readonly areClaimed: boolean;
};

/** Makes leads of which nothing is known yet but that they are there. Gives their ids. */
export async function addTrackedLeads(
  { count, at, timeZone, areClaimed }: AddTrackedLeads,
  executor: Executor,
): Promise<number[]> {
  if (count === 0) return [];
  const instant = sql`${at.toISOString()}::timestamptz`;
  const rows = await executePrepared<{ id: string }>(
    sql`
      with added as (
        insert into leads (stage_entered_at, created_at, created_day, updated_at)
        select ${instant}, ${instant}, ${formatEpochDay(localDay(at.getTime(), timeZone))}::date, ${instant}
        from generate_series(1, ${count}::int)
        returning id
      ), begun as (
        insert into stage_changes (lead_id, at, to_stage, cause) select id, ${instant}, 'lead', 'event' from added
      )
      select id from added order by id`,
    executor,
  );
  const leadIds = rows.map(({ id }) => Number(id));
  if (areClaimed) await executor.insert(claimedLeads).values(leadIds.map((leadId) => ({ leadId, createdAt: at })));
  return leadIds;
}
