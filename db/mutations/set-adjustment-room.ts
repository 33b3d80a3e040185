import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

type SetAdjustmentRoom = { readonly points: number; readonly actorId: number; readonly at: Date };

/** Says how far a rep may correct an axis of a lead, up or down; 0: not at all. What stands, stands. */
export async function setAdjustmentRoom(
  { points, actorId, at }: SetAdjustmentRoom,
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx.update(organisation).set({ repAdjustmentPoints: points });
    const action = "organisation.adjustment_room_set";
    await recordAudit({ at, actorId, action, subject: "organisation", details: { points } }, tx);
  });
}
