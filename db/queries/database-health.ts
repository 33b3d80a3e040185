import { Client } from "pg";
import { type Store, store } from "#db/client.ts";

const PATIENCE_MS = 2_000;

const asking = new Map<string, Promise<boolean>>();

/**
 * Whether the database answers within two seconds. It is asked on a connection of its own, because a
 * server that stands still keeps those of the pool; whoever asks meanwhile shares the answer, so that
 * a page open to everybody takes one connection at most.
 */
export function isDatabaseReachable({ url }: Pick<Store, "url"> = store): Promise<boolean> {
  const known = asking.get(url);
  if (known) return known;
  const answer = ask(url).finally(() => asking.delete(url));
  asking.set(url, answer);
  return answer;
}

async function ask(url: string): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    application_name: "voorrang health",
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  // The question that fails says so; unheard, the event would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    void client.end().catch(() => {});
  }
}
