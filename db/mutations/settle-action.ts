import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { reviewActions } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type SettleAction = {
  readonly actionId: number;
  readonly isDone: boolean;
  readonly actorId: number;
  readonly at: Date;
};

/** Says that what was decided is done, or that it is open after all. */
export async function settleAction(
  { actionId, isDone, actorId, at }: SettleAction,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const [row] = await tx
      .update(reviewActions)
      .set(isDone ? { doneAt: at, doneBy: actorId } : { doneAt: null, doneBy: null })
      .where(eq(reviewActions.id, actionId))
      .returning({ id: reviewActions.id });
    if (!row) return refuse("not_found");
    const action = isDone ? "review.action_done" : "review.action_reopened";
    await recordAudit({ at, actorId, action, subject: `review_action:${row.id}` }, tx);
    return ok(null);
  });
}
