import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { leads, stageChanges, touches } from "#db/schema/index.ts";
import { isGranted } from "#lib/access/permissions.ts";
import type { Viewer } from "#lib/access/roles.ts";
import type { LeadState } from "#lib/lifecycle/lead-state.ts";
import { whoMayMove } from "#lib/lifecycle/transitions.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { scoreLeads } from "./score-leads.ts";

export type ReopenLead = {
  readonly leadId: number;
  /** Why; kept as a note of the lead. */
  readonly reason: string;
  readonly viewer: Viewer;
  readonly at: Date;
};

/**
 * Opens a lead again that was disqualified or lost: it is a lead as before, and handed over at once when
 * its score says so. For verdicts that turn out wrong when their undo is past. Gives the touch that says why, for undo.
 */
export async function reopenLead(
  { leadId, reason, viewer, at }: ReopenLead,
  executor: Executor = db,
): Promise<Result<{ touchId: number }>> {
  return executor.transaction(async (tx) => {
    await lockLeads([leadId], tx);
    const [lead] = await tx
      .select({
        stage: leads.stage,
        stageEnteredAt: leads.stageEnteredAt,
        returnsOn: leads.returnsOn,
        ownerId: leads.ownerId,
      })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    const by = whoMayMove({ from: lead.stage, to: "lead", cause: "person" });
    if (by === null || by === "system") return refuse("conflict", { reason: "lead_not_closed" });
    if (!isGranted(viewer, by)) return refuse("forbidden");
    const change = { leadId, at, cause: "person", actorId: viewer.userId } as const;
    const then = await scoreThen({ leadId }, tx);
    const before: LeadState = { ...lead, stageEnteredAt: lead.stageEnteredAt.toISOString() };
    const [note] = await tx
      .insert(touches)
      .values({ leadId, at, kind: "note", note: reason, actorId: viewer.userId, before, ...then })
      .returning({ touchId: touches.id });
    if (!note) throw new Error("The reason was not stored.");
    await tx.insert(stageChanges).values({ ...change, ...note, fromStage: lead.stage, toStage: "lead", ...then });
    await tx
      .update(leads)
      .set({ stage: "lead", stageEnteredAt: at, returnsOn: null, updatedAt: at })
      .where(eq(leads.id, leadId));
    await scoreLeads({ leadIds: [leadId], at, cause: "person", actorId: viewer.userId }, tx);
    return ok(note);
  });
}
