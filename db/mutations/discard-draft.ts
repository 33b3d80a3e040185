import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { draftSignatures, modelComments, modelDrafts } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type DiscardDraft = {
  readonly modelId: number;
  readonly revision: number;
  readonly userId: number;
  readonly at: Date;
};

/** Drops a model's draft as it was seen, with what was said of it and who signed it. */
export async function discardDraft(
  { modelId, revision, userId, at }: DiscardDraft,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const [draft] = await tx
      .select({ modelId: modelDrafts.modelId })
      .from(modelDrafts)
      .where(and(eq(modelDrafts.modelId, modelId), eq(modelDrafts.revision, revision)))
      .for("update");
    if (!draft) return refuse("conflict", { reason: "draft_changed" });
    const details = await dropDraft({ modelId }, tx);
    const action = "model.draft_discarded";
    await recordAudit({ at, actorId: userId, action, subject: `model:${modelId}`, details }, tx);
    return ok(null);
  });
}

/** How many comments and signatures went with a model's draft. */
type DroppedReview = { readonly comments: number; readonly signatures: number };

export async function dropDraft({ modelId }: { readonly modelId: number }, executor: Executor): Promise<DroppedReview> {
  const comments = await executor.$count(modelComments, eq(modelComments.draftOf, modelId));
  const signatures = await executor.$count(draftSignatures, eq(draftSignatures.modelId, modelId));
  await executor.delete(modelDrafts).where(eq(modelDrafts.modelId, modelId));
  return { comments, signatures };
}
