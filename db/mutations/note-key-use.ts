import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { apiKeys } from "#db/schema/index.ts";

const MINUTE_MS = 60_000;

/** Notes that a key was used, at most once a minute: a person only wants to see whether it still is. */
export async function noteKeyUse(
  { keyId, at }: { readonly keyId: number; readonly at: Date },
  executor: Executor = db,
): Promise<void> {
  const isLongAgo = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, new Date(at.getTime() - MINUTE_MS)));
  await executor
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKeys.id, keyId), isLongAgo));
}
