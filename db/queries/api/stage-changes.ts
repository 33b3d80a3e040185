import { and, asc, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { stageChanges } from "#db/schema/index.ts";

type StageChangesQuery = {
  /** The change before the first: its lead, and its id within that. */
  readonly after: { readonly leadId: number; readonly id: number } | null;
  readonly leadId?: number | undefined;
  readonly limit: number;
};

export type ReadStageChange = Awaited<ReturnType<typeof listReadStageChanges>>[number];

/** Changes of stage by lead and in the order in which they were written, behind a given one. */
export function listReadStageChanges({ after, leadId, limit }: StageChangesQuery, executor: Executor = db) {
  const isBehind = after && sql`(${stageChanges.leadId}, ${stageChanges.id}) > (${after.leadId}, ${after.id})`;
  return executor
    .select({
      id: stageChanges.id,
      leadId: stageChanges.leadId,
      at: stageChanges.at,
      fromStage: stageChanges.fromStage,
      toStage: stageChanges.toStage,
      cause: stageChanges.cause,
      reason: stageChanges.reason,
      undoneAt: stageChanges.undoneAt,
      fit: stageChanges.fit,
      engagement: stageChanges.engagement,
      combined: stageChanges.combined,
      cell: stageChanges.cell,
    })
    .from(stageChanges)
    .where(and(isBehind ?? undefined, leadId === undefined ? undefined : eq(stageChanges.leadId, leadId)))
    .orderBy(asc(stageChanges.leadId), asc(stageChanges.id))
    .limit(limit);
}
