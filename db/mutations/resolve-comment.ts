import { and, eq, isNotNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelComments } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type ResolveComment = {
  readonly commentId: number;
  /** False opens it again. */
  readonly isResolved: boolean;
  readonly userId: number;
  readonly at: Date;
};

/** Closes what was said of a draft, or opens it again. What was said of a version stays as it was. */
export async function resolveComment(
  { commentId, isResolved, userId, at }: ResolveComment,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const [changed] = await tx
      .update(modelComments)
      .set(isResolved ? { resolvedAt: at, resolvedBy: userId } : { resolvedAt: null, resolvedBy: null })
      .where(and(eq(modelComments.id, commentId), isNotNull(modelComments.draftOf)))
      .returning({ modelId: modelComments.draftOf, topic: modelComments.topic });
    if (!changed) return refuse("not_found", { reason: "comment_gone" });
    const action = isResolved ? "model.comment_resolved" : "model.comment_reopened";
    const details = { commentId, topic: changed.topic };
    await recordAudit({ at, actorId: userId, action, subject: `model:${changed.modelId}`, details }, tx);
    return ok(null);
  });
}
