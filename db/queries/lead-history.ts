import { desc, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { adjustments, users } from "#db/schema/index.ts";
import type { KeptAdjustment, LeadHistory } from "#lib/leads/score-history.ts";
import { readLeadFacts } from "./facts.ts";
import { readStageSteps } from "./lead-histories.ts";

/** All that the scores of any day are computed from; null when there is no such lead. */
export async function readLeadHistory(
  { leadId, timeZone }: { readonly leadId: number; readonly timeZone: string },
  executor: Executor = db,
): Promise<LeadHistory | null> {
  const [facts, stageSteps, corrections] = await Promise.all([
    readLeadFacts({ leadIds: [leadId], timeZone }, executor),
    readStageSteps({ leadIds: [leadId] }, executor),
    listAdjustments({ leadId }, executor),
  ]);
  const found = facts.get(leadId);
  return found ? { ...found, stageSteps: stageSteps.get(leadId) ?? [], adjustments: corrections } : null;
}

export type ListedAdjustment = KeptAdjustment & { readonly actor: string | null; readonly actorId: number | null };

/** Every correction of a lead, withdrawn ones too; newest first. */
export async function listAdjustments(
  { leadId }: { readonly leadId: number },
  executor: Executor = db,
): Promise<ListedAdjustment[]> {
  const rows = await executor
    .select({
      id: adjustments.id,
      axis: adjustments.axis,
      centipoints: adjustments.centipoints,
      reason: adjustments.reason,
      firstDay: adjustments.firstDay,
      lastDay: adjustments.lastDay,
      at: adjustments.at,
      withdrawnAt: adjustments.withdrawnAt,
      actor: users.name,
      actorId: adjustments.actorId,
    })
    .from(adjustments)
    .leftJoin(users, eq(users.id, adjustments.actorId))
    .where(eq(adjustments.leadId, leadId))
    .orderBy(desc(adjustments.at), desc(adjustments.id));
  return rows.map(({ id, at, withdrawnAt, ...rest }) => ({
    ...rest,
    id: String(id),
    at: at.getTime(),
    withdrawnAt: withdrawnAt?.getTime() ?? null,
  }));
}
