import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelComments, modelDrafts } from "#db/schema/index.ts";
import { criterionOf, isPart } from "#lib/model/comment-topic.ts";
import { criteriaByKey } from "#lib/model/criteria.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type AddComment = {
  readonly modelId: number;
  readonly topic: string;
  readonly body: string;
  readonly authorId: number;
  readonly at: Date;
};

/** Says something of a criterion, or of a part, of a model's draft. */
export async function addComment(
  { modelId, topic, body, authorId, at }: AddComment,
  executor: Executor = db,
): Promise<Result<{ readonly commentId: number }>> {
  return executor.transaction(async (tx) => {
    const [draft] = await tx
      .select({ definition: sql<string>`${modelDrafts.definition}::text` })
      .from(modelDrafts)
      .where(eq(modelDrafts.modelId, modelId))
      .for("share");
    if (!draft) return refuse("conflict", { reason: "draft_gone" });
    const key = criterionOf(topic);
    const isThere = key === null ? isPart(topic) : criteriaByKey(readDefinition(draft.definition)).has(key);
    if (!isThere) return refuse("not_found", { reason: "comment_topic_gone" });
    const [row] = await tx
      .insert(modelComments)
      .values({ draftOf: modelId, topic, body, createdAt: at, authorId })
      .returning({ id: modelComments.id });
    if (!row) throw new Error("The comment was not stored.");
    const details = { commentId: row.id, topic };
    await recordAudit({ at, actorId: authorId, action: "model.commented", subject: `model:${modelId}`, details }, tx);
    return ok({ commentId: row.id });
  });
}
