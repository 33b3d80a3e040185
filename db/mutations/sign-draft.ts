import { and, eq, ne, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { readCatalogue } from "#db/queries/models.ts";
import { readSignatures } from "#db/queries/sign-off.ts";
import { draftSignatures, modelDrafts } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { contentHash } from "#lib/model/content-hash.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import { refuseProblems } from "#lib/model/refuse-problems.ts";
import { type Side, sidesOf, sidesToSign, signOffOf } from "#lib/model/sign-off.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { recordAudit } from "./record-audit.ts";

export type SignDraft = {
  readonly modelId: number;
  /** What the signer saw. */
  readonly revision: number;
  readonly side: Side;
  readonly user: Viewer;
  readonly at: Date;
};

/**
 * Signs what a draft says, for marketing or for sales, over an earlier signature of that side. Refuses
 * a draft that cannot be published, and who has signed the same for the other side.
 */
export async function signDraft(
  { modelId, revision, side, user, at }: SignDraft,
  executor: Executor = db,
): Promise<Result<null>> {
  if (!sidesOf(user.role).includes(side)) return refuse("forbidden", { reason: "side_of_others" });
  return executor.transaction(async (tx) => {
    const [draft] = await tx
      .select({ revision: modelDrafts.revision, definition: sql<string>`${modelDrafts.definition}::text` })
      .from(modelDrafts)
      .where(eq(modelDrafts.modelId, modelId))
      .for("update");
    if (draft?.revision !== revision) return refuse("conflict", { reason: "draft_changed" });
    const definition = readDefinition(draft.definition);
    const problems = validateDefinition(definition, await readCatalogue(tx));
    if (problems.length > 0) return refuseProblems(problems);
    const hash = contentHash(definition);
    const signOff = signOffOf(await readSignatures({ modelId }, tx), (signature) => signature.contentHash === hash);
    if (!sidesToSign(signOff, user).includes(side)) {
      return refuse("conflict", { reason: signOff[side].state === "valid" ? "side_signed" : "signed_other_side" });
    }
    const signed = { contentHash: hash, definition, signedAt: at, signedBy: user.userId };
    // Given for the other side in a role that one has no more, it does not count and leaves room.
    await tx
      .delete(draftSignatures)
      .where(
        and(
          eq(draftSignatures.modelId, modelId),
          ne(draftSignatures.side, side),
          eq(draftSignatures.contentHash, hash),
          eq(draftSignatures.signedBy, user.userId),
        ),
      );
    await tx
      .insert(draftSignatures)
      .values({ modelId, side, ...signed })
      .onConflictDoUpdate({ target: [draftSignatures.modelId, draftSignatures.side], set: signed });
    const details = { side, contentHash: hash };
    await recordAudit({ at, actorId: user.userId, action: "model.signed", subject: `model:${modelId}`, details }, tx);
    return ok(null);
  });
}
