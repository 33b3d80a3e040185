import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import type { ClockPart } from "#lib/performance/truth/clock-parts.ts";

type Row = {
  readonly weekday: number;
  readonly is_morning: boolean;
  readonly clocks: number;
  readonly late: number;
};

/** As long as answers to hand-overs are looked at. */
const DAYS = 182;

/** Clocks of the last half-year that stopped or ran out, by the part of the week in which their event arrived. */
export async function readClockParts(
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
  executor: Executor = db,
): Promise<ClockPart[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await executor.execute<Row>(sql`
    with clock as (
      select arrived_at at time zone ${timeZone} as arrived, coalesce(stopped_at, ${at}) > due_at as is_late
      from sla_clocks
      where arrived_at >= ${at} - ${DAYS} * interval '1 day' and arrived_at <= ${at}
        and (stopped_at is not null or (ended_at is null and due_at < ${at}))
    )
    select extract(isodow from arrived)::int as weekday, extract(hour from arrived) < 12 as is_morning,
      count(*)::int as clocks, (count(*) filter (where is_late))::int as late
    from clock group by 1, 2 order by 1, 2 desc`);
  return rows.map(({ is_morning: isMorning, ...part }) => ({ ...part, isMorning }));
}
