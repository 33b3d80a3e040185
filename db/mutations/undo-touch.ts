import { and, eq, gt, isNull, ne, or } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findNewestOutcome } from "#db/queries/newest-outcome.ts";
import { findNewestOwnerChange } from "#db/queries/newest-owner-change.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { leads, stageChanges, touches } from "#db/schema/index.ts";
import { leadStateSchema } from "#lib/lifecycle/lead-state.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { newsOfUndo } from "#lib/webhooks/lead-news.ts";
import { takeBackAssignment } from "./assign-leads.ts";
import { notify } from "./notify.ts";
import { restartClock } from "./restart-clock.ts";
import { scoreLeads } from "./score-leads.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

export type UndoTouch = {
  readonly leadId: number;
  readonly touchId: number;
  readonly userId: number;
  readonly at: Date;
};

/**
 * Takes back the newest outcome of a lead, by who recorded it: the touch and its change of stage stay,
 * marked; owner, stage and return day become what they were. A conflict once the lead has moved on.
 * Gives the outcome that is the newest now.
 */
export async function undoTouch(
  { leadId: namedId, touchId, userId, at }: UndoTouch,
  executor: Executor = db,
): Promise<Result<{ seenTouchId: number | null }>> {
  return executor.transaction(async (transaction) => {
    const { leadId } = await findSurvivor(namedId, transaction);
    await lockLeads([leadId], transaction);
    const newest = await findNewestOutcome({ leadId }, transaction);
    // A touch that came with an import knows nothing of the state before it.
    if (newest?.id !== touchId || newest.actorId !== userId || newest.before === null)
      return refuse("conflict", { reason: "nothing_to_undo" });
    const before = leadStateSchema.parse(newest.before);
    const { ownerId: ownerWas, ...stage } = before;
    if (await hasMovedOn({ leadId, touchId, since: newest.at, ownerId: ownerWas ?? userId }, transaction))
      return refuse("conflict", { reason: "lead_moved_on" });
    const owned = await findNewestOwnerChange({ leadId }, transaction);
    const isClaim = owned?.touchId === touchId;
    // It made the lead the person's own, who has it by another way since.
    if (ownerWas === null && !isClaim) return refuse("conflict", { reason: "lead_moved_on" });

    await transaction
      .update(touches)
      .set({ undoneAt: at })
      .where(and(eq(touches.leadId, leadId), eq(touches.id, touchId)));
    await restartClock({ leadId, touchId, at }, transaction);
    const undone = await transaction
      .update(stageChanges)
      .set({ undoneAt: at })
      .where(and(eq(stageChanges.leadId, leadId), eq(stageChanges.touchId, touchId)))
      .returning({ toStage: stageChanges.toStage });
    if (isClaim) await takeBackAssignment({ leadId, changeId: owned.id, at }, transaction);
    await transaction
      .update(leads)
      .set({ ...stage, stageEnteredAt: new Date(stage.stageEnteredAt), updatedAt: at })
      .where(eq(leads.id, leadId));
    const toStages = undone.map(({ toStage }) => toStage);
    const { disposition } = newest;
    await tellEndpoints(
      newsOfUndo({ leadId, at, actorId: userId, toStages, disposition, stage: before.stage }),
      transaction,
    );
    if (undone.length > 0)
      await scoreLeads({ leadIds: [leadId], at, cause: "disposition", actorId: userId }, transaction);
    else await notify({ leads: [leadId] }, transaction);
    const left = await findNewestOutcome({ leadId }, transaction);
    return ok({ seenTouchId: left?.id ?? null });
  });
}

/** Whether another change of stage or owner came after the touch. */
async function hasMovedOn(
  touch: { leadId: number; touchId: number; since: Date; ownerId: number },
  executor: Executor,
): Promise<boolean> {
  const [lead] = await executor.select({ ownerId: leads.ownerId }).from(leads).where(eq(leads.id, touch.leadId));
  if (lead?.ownerId !== touch.ownerId) return true;
  const later = await executor
    .select({ id: stageChanges.id })
    .from(stageChanges)
    .where(
      and(
        eq(stageChanges.leadId, touch.leadId),
        isNull(stageChanges.undoneAt),
        gt(stageChanges.at, touch.since),
        or(isNull(stageChanges.touchId), ne(stageChanges.touchId, touch.touchId)),
      ),
    )
    .limit(1);
  return later.length > 0;
}
