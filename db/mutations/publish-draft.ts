import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelDrafts } from "#db/schema/index.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import { type Result, refuse } from "#lib/result.ts";
import { type PublishedVersion, publishVersion } from "./publish-version.ts";

export type PublishDraft = {
  readonly modelId: number;
  /** What the publisher saw. */
  readonly revision: number;
  readonly note: string;
  readonly userId: number;
  readonly at: Date;
};

/** Publishes a model's draft as it was seen; refuses with `draft_changed` when it is another by now. */
export async function publishDraft(
  { modelId, revision, note, userId, at }: PublishDraft,
  executor: Executor = db,
): Promise<Result<PublishedVersion>> {
  return executor.transaction(async (tx) => {
    const [draft] = await tx
      .select({ revision: modelDrafts.revision, definition: sql<string>`${modelDrafts.definition}::text` })
      .from(modelDrafts)
      .where(eq(modelDrafts.modelId, modelId))
      .for("update");
    if (draft?.revision !== revision) return refuse("conflict", { reason: "draft_changed" });
    return publishVersion({ modelId, definition: readDefinition(draft.definition), note, userId, at }, tx);
  });
}
