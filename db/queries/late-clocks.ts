import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";

type Span = { readonly from: number; readonly to: number };

/**
 * How many clocks ran out from one instant until before another, neither later than now: nobody had tried to reach the
 * lead by then, whatever became of it after. An attempt at the due instant itself is in time. The clock that went on for another of
 * the same lead counts for both.
 */
export async function countLate({ from, to }: Span, executor: Executor = db): Promise<number> {
  const [row] = await executor.execute<{ late: number }>(sql`
    select count(*)::int as late from sla_clocks
    where due_at >= ${instant(from)} and due_at < ${instant(to)}
      and due_at < coalesce(stopped_at, ended_at, 'infinity') and ended_by is distinct from 'other_runs'`);
  return row?.late ?? 0;
}

function instant(at: number) {
  return sql`${new Date(at).toISOString()}::timestamptz`;
}
