import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findNewestOwnerChange } from "#db/queries/newest-owner-change.ts";
import { isWorkedSince } from "#db/queries/worked-since.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { takeBackAssignment } from "./assign-leads.ts";
import { dropAlert } from "./drop-alert.ts";
import { notify } from "./notify.ts";

export type UndoGiveLead = {
  readonly leadId: number;
  readonly changeId: number;
  /** Only who gave it takes it back. */
  readonly userId: number;
  readonly at: Date;
};

/**
 * Takes back the newest change of a lead's owner: the change stays, marked, and the lead is whose it was. A
 * conflict once who got it has begun to work it.
 */
export async function undoGiveLead(
  { leadId, changeId, userId, at }: UndoGiveLead,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    await lockLeads([leadId], tx);
    const newest = await findNewestOwnerChange({ leadId }, tx);
    if (newest?.id !== changeId || newest.actorId !== userId || newest.touchId !== null)
      return refuse("conflict", { reason: "owner_change_settled" });
    if (await isWorkedSince({ leadId, since: newest.at }, tx)) return refuse("conflict", { reason: "lead_moved_on" });
    await takeBackAssignment({ leadId, changeId, at }, tx);
    const subject = `change:${leadId}:${changeId}`;
    if (newest.toUserId !== null) await dropAlert({ userId: newest.toUserId, kind: "given", subject, at }, tx);
    await notify({ leads: [leadId], ownerWas: newest.toUserId }, tx);
    return ok(null);
  });
}
