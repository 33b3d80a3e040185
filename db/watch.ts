import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

const PATIENCE_MS = 5_000;

type Watch = { readonly url: string; readonly everyMs: number; readonly signal: AbortSignal };

/**
 * Asks the database for a sign of life again and again, and calls `revive` when none comes. A
 * connection stays open meanwhile, so that no other program takes itself for the last one.
 */
export async function watchDatabase({ url, everyMs, signal }: Watch, revive: () => Promise<unknown>): Promise<void> {
  let client: Client | null = null;
  while (!signal.aborted) {
    client = await ask(client, url);
    if (!client && !signal.aborted) await revive();
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
  await client?.end();
}

/** The connection that gave an answer, the known one or a new one; null when none came. */
async function ask(known: Client | null, url: string): Promise<Client | null> {
  const client = known ?? openClient(url);
  try {
    if (!known) await client.connect();
    await client.query("select 1");
    return client;
  } catch {
    void client.end().catch(() => {});
    return null;
  }
}

function openClient(url: string): Client {
  const client = new Client({
    connectionString: url,
    application_name: "voorrang watch",
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  // The question that fails says so; unheard, the event would end the process.
  client.on("error", () => {});
  return client;
}
