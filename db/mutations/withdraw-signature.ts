import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { draftSignatures } from "#db/schema/index.ts";
import type { Side } from "#lib/model/sign-off.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type WithdrawSignature = {
  readonly modelId: number;
  readonly side: Side;
  readonly userId: number;
  readonly at: Date;
};

/** Takes one's own signature off a draft. */
export async function withdrawSignature(
  { modelId, side, userId, at }: WithdrawSignature,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const gone = await tx
      .delete(draftSignatures)
      .where(
        and(eq(draftSignatures.modelId, modelId), eq(draftSignatures.side, side), eq(draftSignatures.signedBy, userId)),
      )
      .returning({ contentHash: draftSignatures.contentHash });
    const [signature] = gone;
    if (!signature) return refuse("not_found");
    const details = { side, contentHash: signature.contentHash };
    await recordAudit(
      { at, actorId: userId, action: "model.signature_withdrawn", subject: `model:${modelId}`, details },
      tx,
    );
    return ok(null);
  });
}
