import { readEnv } from "#lib/env.ts";
import { startEmbedded } from "./embedded.ts";

/** The database of this installation, and how to leave it. */
export type OpenDatabase = { readonly url: string; readonly isEmbedded: boolean; release(): Promise<void> };

/**
 * The database that `DATABASE_URL` names, or else the embedded one, started when it does not run.
 * Call it before `client.ts` is loaded, and hand `url` on as DATABASE_URL.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = readEnv();
  if (DATABASE_URL) return { url: DATABASE_URL, isEmbedded: false, release: async () => {} };
  const server = await startEmbedded(DATA_DIR);
  return { url: server.url, isEmbedded: true, release: server.release };
}
