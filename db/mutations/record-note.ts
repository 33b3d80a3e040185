import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { whyGone } from "#db/queries/why-gone.ts";
import { leads, touches } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";

export type RecordNote = {
  readonly leadId: number;
  readonly viewer: Viewer;
  readonly note: string;
  /** The page's own name of it: a note of that name that the person has kept is this one. */
  readonly noteId?: string;
  readonly at: Date;
};

/**
 * Keeps words about an open lead without an outcome: no attempt, so that no clock stops and no owner changes. What comes
 * again, from another tab or because the answer was lost, is the note that is there, with its words of now. Gives the touch's id.
 */
export async function recordNote(input: RecordNote, executor: Executor = db): Promise<Result<{ touchId: number }>> {
  const { viewer, note, noteId, at } = input;
  return executor.transaction(async (transaction) => {
    const { leadId } = await findSurvivor(input.leadId, transaction);
    await lockLeads([leadId], transaction);
    const [lead] = await transaction
      .select({ stage: leads.stage })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: await whyGone({ leadId, viewer }, transaction) });
    const known = await rewrite({ ...input, leadId }, transaction);
    if (known !== null) return ok({ touchId: known });
    if (!isOpen(lead.stage)) return refuse("conflict", { reason: "lead_closed" });
    const then = await scoreThen({ leadId }, transaction);
    const [touch] = await transaction
      .insert(touches)
      .values({ leadId, at, kind: "note", note, actorId: viewer.userId, clientId: noteId, ...then })
      .returning({ id: touches.id });
    if (!touch) throw new Error("The note was not stored.");
    await notify({ leads: [leadId] }, transaction);
    return ok({ touchId: touch.id });
  });
}

/** Gives the note of that name its words of now; null when the person keeps none. */
async function rewrite({ leadId, viewer, note, noteId }: RecordNote, executor: Executor): Promise<number | null> {
  if (noteId === undefined) return null;
  const [known] = await executor
    .update(touches)
    .set({ note })
    .where(
      and(
        eq(touches.leadId, leadId),
        eq(touches.clientId, noteId),
        eq(touches.actorId, viewer.userId),
        isNull(touches.undoneAt),
      ),
    )
    .returning({ id: touches.id });
  if (!known) return null;
  await notify({ leads: [leadId] }, executor);
  return known.id;
}
