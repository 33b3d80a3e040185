import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { touches } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";

export type UndoNote = {
  readonly leadId: number;
  readonly touchId: number;
  readonly userId: number;
  readonly at: Date;
};

/** Takes back a note, or a call without an outcome, by whose it is. It stays, marked; nothing else rests on it. */
export async function undoNote(
  { leadId: namedId, touchId, userId, at }: UndoNote,
  executor: Executor = db,
): Promise<Result<{ note: string }>> {
  return executor.transaction(async (transaction) => {
    const { leadId } = await findSurvivor(namedId, transaction);
    await lockLeads([leadId], transaction);
    const [undone] = await transaction
      .update(touches)
      .set({ undoneAt: at })
      .where(
        and(
          eq(touches.leadId, leadId),
          eq(touches.id, touchId),
          eq(touches.actorId, userId),
          inArray(touches.kind, ["note", "call"]),
          isNull(touches.disposition),
          isNull(touches.undoneAt),
        ),
      )
      .returning({ note: touches.note });
    if (!undone) return refuse("conflict", { reason: "nothing_to_undo" });
    await notify({ leads: [leadId] }, transaction);
    return ok({ note: undone.note });
  });
}
