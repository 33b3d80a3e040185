import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { encodeMessage, LIVE_CHANNEL, type LiveMessage } from "#lib/live/message.ts";

/** Tells every listener when the transaction commits. */
export async function notify(message: LiveMessage, executor: Executor): Promise<void> {
  await executePrepared(sql`select pg_notify(${LIVE_CHANNEL}, ${encodeMessage(message)})`, executor);
}
