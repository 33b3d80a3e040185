import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { whyGone } from "#db/queries/why-gone.ts";
import { leads, touches } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";

export type RecordNote = {
  readonly leadId: number;
  readonly viewer: Viewer;
  readonly note: string;
  readonly at: Date;
};

/** Keeps words about a lead without an outcome: no attempt, so that no clock stops and no owner changes. Gives the touch's id. */
export async function recordNote(
  { leadId, viewer, note, at }: RecordNote,
  executor: Executor = db,
): Promise<Result<{ touchId: number }>> {
  return executor.transaction(async (transaction) => {
    await lockLeads([leadId], transaction);
    const [lead] = await transaction
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: await whyGone({ leadId, viewer }, transaction) });
    const then = await scoreThen({ leadId }, transaction);
    const [touch] = await transaction
      .insert(touches)
      .values({ leadId, at, kind: "note", note, actorId: viewer.userId, ...then })
      .returning({ id: touches.id });
    if (!touch) throw new Error("The note was not stored.");
    await notify({ leads: [leadId] }, transaction);
    return ok({ touchId: touch.id });
  });
}
