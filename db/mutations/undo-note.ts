import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { touches } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";

export type UndoNote = {
  readonly leadId: number;
  readonly touchId: number;
  readonly userId: number;
  readonly at: Date;
};

/** Takes back a note by who wrote it. It stays, marked; nothing else rests on it. */
export async function undoNote(
  { leadId, touchId, userId, at }: UndoNote,
  executor: Executor = db,
): Promise<Result<{ note: string }>> {
  return executor.transaction(async (transaction) => {
    await lockLeads([leadId], transaction);
    const [undone] = await transaction
      .update(touches)
      .set({ undoneAt: at })
      .where(
        and(
          eq(touches.leadId, leadId),
          eq(touches.id, touchId),
          eq(touches.actorId, userId),
          eq(touches.kind, "note"),
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
