import { and, eq, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Executor } from "#db/client.ts";
import { generations } from "#db/schema/index.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { startOfMonth } from "#lib/performance/month.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

export type TakeSnapshot = {
  readonly generationId: number;
  /** The day of its scores. */
  readonly day: number;
  /** A query of lead_id, fit, engagement, combined, cell and version_id. */
  readonly scores: SQL;
};

/** Keeps the scores of all open leads, unless a pass did so before in the month of the day. */
export async function takeSnapshot({ generationId, day, scores }: TakeSnapshot, executor: Executor): Promise<void> {
  const month = startOfMonth(day, 0);
  const other = alias(generations, "other");
  const taken = executor.select({ id: other.id }).from(other).where(eq(other.snapshotMonth, month));
  const first = await executor
    .update(generations)
    .set({ snapshotMonth: month })
    .where(and(eq(generations.id, generationId), notExists(taken)))
    .returning({ id: generations.id });
  if (first.length === 0) return;
  await executor.execute(sql`
    insert into score_snapshots (lead_id, month, fit, engagement, combined, cell, version_id)
    select score.lead_id, ${formatEpochDay(month)}::date, score.fit, score.engagement, score.combined, score.cell, score.version_id
    from (${scores}) score
    join leads lead on lead.id = score.lead_id
    where lead.stage in (${sql.join(
      OPEN_STAGES.map((stage) => sql`${stage}`),
      sql`, `,
    )})`);
}
