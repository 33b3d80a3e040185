import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { touches } from "#db/schema/index.ts";
import { leadStateSchema } from "#lib/lifecycle/lead-state.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { closeAgain } from "./close-again.ts";
import { notify } from "./notify.ts";

export type UndoNote = {
  readonly leadId: number;
  readonly touchId: number;
  readonly userId: number;
  readonly at: Date;
};

/**
 * Takes back a note, or a call without an outcome, by whose it is. It stays, marked. Where the note says why a lead was
 * opened again, the lead is closed as before; a conflict once it has moved on.
 */
export async function undoNote(
  { leadId: namedId, touchId, userId, at }: UndoNote,
  executor: Executor = db,
): Promise<Result<{ note: string }>> {
  return executor.transaction(async (transaction) => {
    const { leadId } = await findSurvivor(namedId, transaction);
    await lockLeads([leadId], transaction);
    const isTouch = and(eq(touches.leadId, leadId), eq(touches.id, touchId));
    const [own] = await transaction
      .select({ note: touches.note, openedAt: touches.at, before: touches.before })
      .from(touches)
      .where(
        and(
          isTouch,
          eq(touches.actorId, userId),
          inArray(touches.kind, ["note", "call"]),
          isNull(touches.disposition),
          isNull(touches.undoneAt),
        ),
      );
    if (!own) return refuse("conflict", { reason: "nothing_to_undo" });
    const { note, openedAt, before } = own;
    if (before !== null) {
      const opened = { leadId, touchId, openedAt, before: leadStateSchema.parse(before), actorId: userId, at };
      if (!(await closeAgain(opened, transaction))) return refuse("conflict", { reason: "lead_moved_on" });
    }
    await transaction.update(touches).set({ undoneAt: at }).where(isTouch);
    await notify({ leads: [leadId] }, transaction);
    return ok({ note });
  });
}
