import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { apiKeys } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type RevokeApiKey = { readonly keyId: number; readonly actorId: number; readonly at: Date };

/** Ends a key for good. */
export async function revokeApiKey(
  { keyId, actorId, at }: RevokeApiKey,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: at })
      .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (revoked.length === 0) return refuse("not_found");
    await recordAudit({ at, actorId, action: "key.revoked", subject: `key:${keyId}` }, tx);
    return ok(null);
  });
}
