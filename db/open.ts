import { readEnv } from "#lib/env.ts";
import { checkDatabase } from "./check-database.ts";
import { startEmbedded } from "./embedded.ts";

/** The database of this installation, and how to leave it. */
export type OpenDatabase = {
  readonly url: string;
  /** Starts a server of ours that died, at the same address; one that `DATABASE_URL` names is not ours to start. */
  revive(): Promise<void>;
  release(): Promise<void>;
};

/**
 * The database that `DATABASE_URL` names, or else the embedded one, started when it does not run.
 * Throws `EnvError` when there is none.
 * Sets DATABASE_URL, which `client.ts` reads when it is loaded after this.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = readEnv();
  if (DATABASE_URL) {
    await checkDatabase(DATABASE_URL);
    return { url: DATABASE_URL, revive: async () => {}, release: async () => {} };
  }
  const { url, release } = await startEmbedded(DATA_DIR);
  process.env.DATABASE_URL = url;
  return {
    url,
    release,
    async revive() {
      const revived = await startEmbedded(DATA_DIR);
      if (revived.url !== url) throw new Error("The embedded PostgreSQL came back at another address: start again.");
    },
  };
}
