import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { readSignatures } from "#db/queries/sign-off.ts";
import { modelComments, modelDrafts, models, versionSignatures } from "#db/schema/index.ts";
import { contentHash } from "#lib/model/content-hash.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import { isSignedOff, type Signature, signOffOf } from "#lib/model/sign-off.ts";
import { type Result, refuse } from "#lib/result.ts";
import { findNewest, type PublishedVersion, publishVersion } from "./publish-version.ts";

export type PublishDraft = {
  readonly modelId: number;
  /** What the publisher saw. */
  readonly revision: number;
  /** The version that came after the draft was begun and is knowingly replaced; null: none was seen. */
  readonly replacesVersionId: number | null;
  readonly note: string;
  readonly userId: number;
  readonly at: Date;
};

/**
 * Publishes a model's draft as it was seen, with its signatures and comments; the draft is gone then.
 * Refuses with `draft_changed` when it is another by now, with `draft_outdated` when a version came
 * since it was begun that the publisher did not say to replace.
 */
export async function publishDraft(
  { modelId, revision, replacesVersionId, note, userId, at }: PublishDraft,
  executor: Executor = db,
): Promise<Result<PublishedVersion>> {
  return executor.transaction(async (tx) => {
    // Before the draft: no version may come between the question which is newest and the answer.
    await tx.select({ id: models.id }).from(models).where(eq(models.id, modelId)).for("update");
    const draft = await lockDraft(modelId, tx);
    if (draft?.revision !== revision) return refuse("conflict", { reason: "draft_changed" });
    const newest = await findNewest(modelId, tx);
    const isOutdated = newest !== null && newest.versionId !== draft.baseVersionId;
    if (isOutdated && newest.versionId !== replacesVersionId) {
      return refuse("conflict", { reason: "draft_outdated", params: { number: newest.number } });
    }
    const { definition } = draft;
    const hash = contentHash(definition);
    const signatures = (await readSignatures({ modelId }, tx)).filter(({ contentHash }) => contentHash === hash);
    const isSigned = isSignedOff(signOffOf(signatures, () => true));
    const published = await publishVersion({ modelId, definition, note, userId, at, isSigned }, tx);
    if (!published.ok) return published;
    await carryOver({ modelId, versionId: published.value.versionId, signatures }, tx);
    await tx.delete(modelDrafts).where(eq(modelDrafts.modelId, modelId));
    return published;
  });
}

async function lockDraft(modelId: number, executor: Executor) {
  const [row] = await executor
    .select({
      revision: modelDrafts.revision,
      baseVersionId: modelDrafts.baseVersionId,
      definition: sql<string>`${modelDrafts.definition}::text`,
    })
    .from(modelDrafts)
    .where(eq(modelDrafts.modelId, modelId))
    .for("update");
  return row ? { ...row, definition: readDefinition(row.definition) } : null;
}

type CarriedOver = { readonly modelId: number; readonly versionId: number; readonly signatures: readonly Signature[] };

/** What was said of the draft and who signed it belongs to the version now; void signatures go with the draft. */
async function carryOver({ modelId, versionId, signatures }: CarriedOver, executor: Executor): Promise<void> {
  await executor.update(modelComments).set({ draftOf: null, versionId }).where(eq(modelComments.draftOf, modelId));
  if (signatures.length === 0) return;
  const rows = signatures.map(({ side, contentHash: hash, at, userId }) => ({
    versionId,
    side,
    contentHash: hash,
    signedAt: new Date(at),
    signedBy: userId,
  }));
  await executor.insert(versionSignatures).values(rows).onConflictDoNothing();
}
