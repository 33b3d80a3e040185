import { and, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { leads, ownerChanges, touches } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";

export type UndoHandOver = {
  readonly leadId: number;
  readonly changeId: number;
  /** Only who handed it over takes it back. */
  readonly userId: number;
  readonly at: Date;
};

/**
 * Takes back the newest change of a lead's owner: the change stays, marked, and the lead is whose it was. A
 * conflict once who got it has begun to work it.
 */
export async function undoHandOver(
  { leadId, changeId, userId, at }: UndoHandOver,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    await lockLeads([leadId], tx);
    const newest = await findNewest(leadId, tx);
    if (newest?.id !== changeId || newest.actorId !== userId || newest.touchId !== null)
      return refuse("conflict", { reason: "hand_over_settled" });
    if (await isWorkedSince(leadId, newest.at, tx)) return refuse("conflict", { reason: "lead_moved_on" });
    await tx
      .update(ownerChanges)
      .set({ undoneAt: at })
      .where(and(eq(ownerChanges.leadId, leadId), eq(ownerChanges.id, changeId)));
    await tx.update(leads).set({ ownerId: newest.fromUserId, updatedAt: at }).where(eq(leads.id, leadId));
    await notify({ leads: [leadId], ownerWas: newest.toUserId }, tx);
    return ok(null);
  });
}

async function findNewest(leadId: number, executor: Executor) {
  const [newest] = await executor
    .select({
      id: ownerChanges.id,
      at: ownerChanges.at,
      actorId: ownerChanges.actorId,
      touchId: ownerChanges.touchId,
      fromUserId: ownerChanges.fromUserId,
      toUserId: ownerChanges.toUserId,
    })
    .from(ownerChanges)
    .where(and(eq(ownerChanges.leadId, leadId), isNull(ownerChanges.undoneAt)))
    .orderBy(desc(ownerChanges.id))
    .limit(1);
  return newest ?? null;
}

async function isWorkedSince(leadId: number, since: Date, executor: Executor): Promise<boolean> {
  const [touch] = await executor
    .select({ id: touches.id })
    .from(touches)
    .where(and(eq(touches.leadId, leadId), gt(touches.at, since), isNull(touches.undoneAt), isNotNull(touches.actorId)))
    .limit(1);
  return touch !== undefined;
}
