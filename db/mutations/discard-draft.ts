import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelDrafts } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";

/** Drops a model's draft as it was seen. */
export async function discardDraft(
  { modelId, revision }: { readonly modelId: number; readonly revision: number },
  executor: Executor = db,
): Promise<Result<null>> {
  const gone = await executor
    .delete(modelDrafts)
    .where(and(eq(modelDrafts.modelId, modelId), eq(modelDrafts.revision, revision)))
    .returning({ modelId: modelDrafts.modelId });
  return gone.length > 0 ? ok(null) : refuse("conflict", { reason: "draft_changed" });
}
