import { and, eq, gte, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice, type LeadSlice } from "#db/lead-slice.ts";
import { outcomes, stageChanges } from "#db/schema/index.ts";

type Query = { /** All when there is none. */ readonly slice?: LeadSlice; readonly since?: Date | null };

/**
 * Each time a lead was won, with its score as stored then: a deal, or a stage set to customer, which a lead may have
 * come with. Most deals are there as both.
 */
export function selectWins({ slice, since }: Query, executor: Executor) {
  const deals = executor
    .select({ leadId: outcomes.leadId, cell: outcomes.cell, versionId: outcomes.versionId, at: outcomes.at })
    .from(outcomes)
    .where(
      and(
        eq(outcomes.result, "won"),
        slice && inSlice(outcomes.leadId, slice),
        since ? gte(outcomes.at, since) : undefined,
      ),
    );
  const stages = executor
    .select({
      leadId: stageChanges.leadId,
      cell: stageChanges.cell,
      versionId: stageChanges.versionId,
      at: stageChanges.at,
    })
    .from(stageChanges)
    .where(
      and(
        eq(stageChanges.toStage, "customer"),
        isNull(stageChanges.undoneAt),
        slice && inSlice(stageChanges.leadId, slice),
        since ? gte(stageChanges.at, since) : undefined,
      ),
    );
  return deals.unionAll(stages);
}
