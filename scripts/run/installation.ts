import { migrateDatabase } from "#db/migrate.ts";
import { type OpenDatabase, openDatabase } from "#db/open.ts";
import { watchDatabase } from "#db/watch.ts";
import { makeDataFolder } from "#lib/data-folder.ts";
import { type Env, readEnv } from "#lib/env.ts";
import { STEADY_MEMORY } from "./node-flags.ts";
import { choosePort } from "./port.ts";
import { authSecret } from "./secrets.ts";
import { type Program, supervise } from "./supervisor.ts";

const WATCH_MS = 2_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export type Installation = {
  readonly env: Env;
  readonly database: OpenDatabase;
  /** What a signal does from now on; until then it leaves the database and ends the process. */
  onSignal(stop: () => void): void;
};

const INTERRUPTED = 130;

/**
 * Parses the environment, opens the database, migrates it and leaves it when `run` is done, has
 * failed or is interrupted.
 */
export async function withInstallation<T>(run: (installation: Installation) => Promise<T>): Promise<T> {
  const env = readEnv();
  await makeDataFolder(env.DATA_DIR);
  const database = await openDatabase();
  let stop: () => void = () => void database.release().finally(() => process.exit(INTERRUPTED));
  for (const signal of SIGNALS) process.on(signal, () => stop());
  try {
    await migrateDatabase(database.url);
    const { client } = await import("#db/client.ts");
    stop = () => void leave(client, database).finally(() => process.exit(INTERRUPTED));
    try {
      const onSignal = (handler: () => void) => {
        stop = handler;
      };
      return await run({ env, database, onSignal });
    } finally {
      await client.end();
    }
  } finally {
    await database.release();
  }
}

/** Work that is under way is given up: the database undoes it. */
async function leave(client: { end(options: { timeout: number }): Promise<void> }, database: OpenDatabase) {
  await client.end({ timeout: 1 });
  await database.release();
}

type Web = { readonly mode: "production" | "development"; readonly onReady: (address: string) => void };

/** Runs web and worker until a signal; resolves with the exit code. */
export async function serve({ env, database, onSignal }: Installation, { mode, onReady }: Web): Promise<number> {
  const port = await choosePort(env.HOST, env.PORT);
  const childEnv = {
    DATABASE_URL: database.url,
    DATA_DIR: env.DATA_DIR,
    AUTH_SECRET: await authSecret(env),
    HOST: env.HOST,
    PORT: String(port),
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const programs: Program[] = [
    { name: "web", file: "scripts/web.ts", env: childEnv },
    { name: "worker", file: "worker/main.ts", env: childEnv, flags: STEADY_MEMORY },
  ];
  const host = env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST;
  const end = new AbortController();
  const watch = { url: database.url, everyMs: WATCH_MS, signal: end.signal };
  const watching = watchDatabase(watch, database.revive).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.kill(process.pid, "SIGTERM");
  });
  const code = await supervise(programs, {
    onSignal,
    onReady: () => onReady(env.PUBLIC_URL ?? `http://${host}:${port}`),
  });
  end.abort();
  await watching;
  return code;
}
