import { and, eq, isNotNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelComments } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type DeleteComment = { readonly commentId: number; readonly authorId: number; readonly at: Date };

/** Takes back what one said of a draft oneself. What was said of a version is history and stays. */
export async function deleteComment(
  { commentId, authorId, at }: DeleteComment,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const [gone] = await tx
      .delete(modelComments)
      .where(
        and(eq(modelComments.id, commentId), eq(modelComments.authorId, authorId), isNotNull(modelComments.draftOf)),
      )
      .returning({ modelId: modelComments.draftOf, topic: modelComments.topic });
    if (!gone) return refuse("not_found", { reason: "comment_gone" });
    const { modelId, topic } = gone;
    const details = { commentId, topic };
    await recordAudit(
      { at, actorId: authorId, action: "model.comment_deleted", subject: `model:${modelId}`, details },
      tx,
    );
    return ok(null);
  });
}
