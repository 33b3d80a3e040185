import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelDrafts } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type AskSignOff = {
  readonly modelId: number;
  /** False takes the request back. */
  readonly isAsked: boolean;
  readonly userId: number;
  readonly at: Date;
};

/** Asks for the signatures on a model's draft, or takes that back. Doing either twice changes nothing. */
export async function askSignOff(
  { modelId, isAsked, userId, at }: AskSignOff,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const [draft] = await tx
      .select({ modelId: modelDrafts.modelId })
      .from(modelDrafts)
      .where(eq(modelDrafts.modelId, modelId));
    if (!draft) return refuse("conflict", { reason: "draft_changed" });
    const changed = await tx
      .update(modelDrafts)
      .set(isAsked ? { askedAt: at, askedBy: userId } : { askedAt: null, askedBy: null })
      .where(
        and(eq(modelDrafts.modelId, modelId), isAsked ? isNull(modelDrafts.askedAt) : isNotNull(modelDrafts.askedAt)),
      )
      .returning({ modelId: modelDrafts.modelId });
    const action = isAsked ? "model.sign_off_asked" : "model.sign_off_request_withdrawn";
    if (changed.length > 0) await recordAudit({ at, actorId: userId, action, subject: `model:${modelId}` }, tx);
    return ok(null);
  });
}
