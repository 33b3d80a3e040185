import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { encodeMessage, LIVE_CHANNEL, type LiveMessage } from "#lib/live/message.ts";

/** Tells every listener when the transaction commits. */
export async function notify(message: LiveMessage, executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${encodeMessage(message)})`);
}
