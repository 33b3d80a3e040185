import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { refusedMessages } from "#db/schema/index.ts";
import type { RefusedMessage } from "#lib/ingest/reasons.ts";

/** So many of a key, the newest: who sends nothing else must not fill the disk, nor push out another key's. */
export const MOST_REFUSED_A_KEY = 1000;
const LONGEST_EXCERPT = 2000;

export type KeepRefusals = {
  readonly keyId: number;
  readonly messages: readonly unknown[];
  readonly refused: readonly RefusedMessage[];
  readonly at: Date;
};

/** Keeps messages that were not taken, for people to see what their sites send wrong. */
export async function keepRefusals(
  { keyId, messages, refused, at }: KeepRefusals,
  executor: Executor = db,
): Promise<void> {
  if (refused.length === 0) return;
  const rows = refused
    .slice(-MOST_REFUSED_A_KEY)
    .map(({ index, reason, field }) => ({ at, keyId, reason, field, message: excerptOf(messages[index], reason) }));
  await executor.insert(refusedMessages).values(rows);
  await executor.execute(sql`
    delete from refused_messages where key_id = ${keyId} and id <= (
      select id from refused_messages where key_id = ${keyId} order by id desc offset ${MOST_REFUSED_A_KEY} limit 1)`);
}

/** What is too deep can not be written down, not even in part. */
function excerptOf(message: unknown, reason: RefusedMessage["reason"]): string {
  if (reason === "too_deep") return "";
  return (JSON.stringify(message) ?? "").slice(0, LONGEST_EXCERPT).toWellFormed();
}
