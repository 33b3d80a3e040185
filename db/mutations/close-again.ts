import { and, eq, isNull, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { findNewestOwnerChange } from "#db/queries/newest-owner-change.ts";
import { isWorkedSince } from "#db/queries/worked-since.ts";
import { leads, stageChanges } from "#db/schema/index.ts";
import type { LeadState } from "#lib/lifecycle/lead-state.ts";
import { newsOfUndo } from "#lib/webhooks/lead-news.ts";
import { takeBackAssignment } from "./assign-leads.ts";
import { notify } from "./notify.ts";
import { scoreLeads } from "./score-leads.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

export type CloseAgain = {
  readonly leadId: number;
  /** The touch by which it was opened again, and when that was. */
  readonly touchId: number;
  readonly openedAt: Date;
  readonly before: LeadState;
  readonly actorId: number;
  readonly at: Date;
};

/**
 * Closes a lead as it was before it was opened again; the change of stage stays, marked, as do the handing over and the owner that came
 * with it in the same transaction. False once more has happened to the lead. The caller holds its lock and marks the touch.
 */
export async function closeAgain(
  { leadId, touchId, openedAt, before, actorId, at }: CloseAgain,
  executor: Executor,
): Promise<boolean> {
  if (await hasMovedOn({ leadId, openedAt }, executor)) return false;
  const undone = await executor
    .update(stageChanges)
    .set({ undoneAt: at })
    .where(
      and(
        eq(stageChanges.leadId, leadId),
        eq(stageChanges.at, openedAt),
        isNull(stageChanges.undoneAt),
        or(eq(stageChanges.touchId, touchId), eq(stageChanges.toStage, "marketing_qualified")),
      ),
    )
    .returning({ toStage: stageChanges.toStage });
  const routed = await findNewestOwnerChange({ leadId }, executor);
  if (routed?.at.getTime() === openedAt.getTime() && routed.actorId === null) {
    await takeBackAssignment({ leadId, changeId: routed.id, at }, executor);
    await notify({ leads: [leadId], ownerWas: routed.toUserId }, executor);
  }
  const { stage, stageEnteredAt, returnsOn } = before;
  await executor
    .update(leads)
    .set({ stage, stageEnteredAt: new Date(stageEnteredAt), returnsOn, updatedAt: at })
    .where(eq(leads.id, leadId));
  const toStages = undone.map(({ toStage }) => toStage);
  await tellEndpoints(newsOfUndo({ leadId, at, actorId, toStages, disposition: null, stage }), executor);
  await scoreLeads({ leadIds: [leadId], at, cause: "person", actorId }, executor);
  return true;
}

/** Whether somebody worked it since, its stage changed, it went into another record, or it is somebody else's. */
async function hasMovedOn({ leadId, openedAt }: Pick<CloseAgain, "leadId" | "openedAt">, executor: Executor) {
  if (await isWorkedSince({ leadId, since: openedAt }, executor)) return true;
  const given = await findNewestOwnerChange({ leadId }, executor);
  if (given && given.at > openedAt) return true;
  const [lead] = await executor.select({ since: leads.stageEnteredAt }).from(leads).where(eq(leads.id, leadId));
  return lead?.since.getTime() !== openedAt.getTime();
}
