import { desc, eq, lt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { apiKeys, refusedMessages } from "#db/schema/index.ts";
import type { RefusalReason } from "#lib/ingest/reasons.ts";

export type KeptRefusal = {
  readonly id: number;
  readonly at: Date;
  /** Of the key with which it came. */
  readonly keyName: string;
  readonly reason: RefusalReason;
  /** Which part of it; null: the whole. */
  readonly field: string | null;
  /** Its beginning, as JSON; empty where it could not be written down. */
  readonly message: string;
};

/** Messages of trackers that were not taken, the newest first; before one of them, or from the newest on. */
export function listRefusedMessages(
  { beforeId, limit }: { readonly beforeId: number | null; readonly limit: number },
  executor: Executor = db,
): Promise<KeptRefusal[]> {
  return executor
    .select({
      id: refusedMessages.id,
      at: refusedMessages.at,
      keyName: apiKeys.name,
      reason: refusedMessages.reason,
      field: refusedMessages.field,
      message: refusedMessages.message,
    })
    .from(refusedMessages)
    .innerJoin(apiKeys, eq(apiKeys.id, refusedMessages.keyId))
    .where(beforeId === null ? undefined : lt(refusedMessages.id, beforeId))
    .orderBy(desc(refusedMessages.id))
    .limit(limit);
}
