import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { makeDataFolder } from "#lib/data-folder.ts";
import {
  CLUSTER_NAME,
  type Cluster,
  type ClusterState,
  control,
  findCluster,
  initialise,
  isInitialised,
  readState,
  writeState,
} from "./embedded-cluster.ts";
import { lockFile } from "./file-lock.ts";

const START_TRIES = 20;
const ANSWER_TRIES = 50;

/**
 * A real PostgreSQL in the data folder, for installations that name none. It outlives the process
 * that started it: every program of the installation uses the one server, and the last to leave
 * stops it. A server or a starter that was killed is found and mended by the next start.
 */
export type EmbeddedServer = {
  readonly url: string;
  /** Stops the server unless another program is still connected to it. */
  release(): Promise<void>;
};

/**
 * Starts the server in `dataDir`, or joins the one that runs. `settings` are added to those of a
 * server that is started. Throws when it does not come up.
 */
export async function startEmbedded(dataDir: string, settings: readonly string[] = []): Promise<EmbeddedServer> {
  const cluster = await findCluster(dataDir);
  await makeDataFolder(dataDir);
  const unlock = await lockFile(lockPath(cluster));
  try {
    const state = (await isRunning(cluster)) ? await readState(cluster) : await start(cluster, settings);
    await ensureDatabase(serverUrl(state, "postgres"));
    const url = serverUrl(state, CLUSTER_NAME);
    return { url, release: () => release(cluster, url) };
  } finally {
    await unlock();
  }
}

async function start(cluster: Cluster, settings: readonly string[]): Promise<ClusterState> {
  const last = (await isInitialised(cluster))
    ? await readState(cluster)
    : { port: 0, password: await initialise(cluster) };
  // The same port where it is still free: programs that lost a killed server find the new one.
  const port = (await freePort(last.port)) ?? (await freePort(0));
  if (port === null) throw new Error("No free port on 127.0.0.1 for the embedded PostgreSQL.");
  const state = { port, password: last.password };
  await writeState(cluster, state);
  const log = join(cluster.folder, "server.log");
  const parameters = parametersOf(port, settings);
  for (let attempt = 1; ; attempt++) {
    try {
      await control(cluster, ["start", "-w", "-t", "60", "-l", log, "-o", parameters]);
      return state;
    } catch (error) {
      // Backends of a killed server hold its memory until they notice; the next try finds them gone.
      if (attempt === START_TRIES)
        throw new Error(`The embedded PostgreSQL does not start; see ${log}.`, { cause: error });
      await sleep(500);
    }
  }
}

function parametersOf(port: number, settings: readonly string[]): string {
  return [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=''",
    "-c shared_buffers=256MB",
    "-c max_wal_size=4GB",
    "-c checkpoint_timeout=15min",
    "-c jit=off",
    ...settings.map((setting) => `-c ${setting}`),
  ].join(" ");
}

async function release(cluster: Cluster, url: string): Promise<void> {
  const unlock = await lockFile(lockPath(cluster));
  try {
    if (!(await isRunning(cluster))) return;
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    const [others] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    await sql.end();
    if (others && others.count > 0) return;
    await control(cluster, ["stop", "-w", "-m", "fast"]);
  } finally {
    await unlock();
  }
}

function lockPath({ dataDir }: Cluster): string {
  return join(dataDir, "postgres.lock");
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${CLUSTER_NAME}`;
    if (!found) await sql`create database ${sql(CLUSTER_NAME)}`;
  } finally {
    await sql.end();
  }
}

/** A process that is there but does not answer is dying or still recovering: asked again until it is one or the other. */
async function isRunning(cluster: Cluster): Promise<boolean> {
  if (!(await isInitialised(cluster))) return false;
  const url = serverUrl(await readState(cluster), "postgres");
  for (let attempt = 0; attempt < ANSWER_TRIES; attempt++) {
    const hasProcess = await control(cluster, ["status"]).then(
      () => true,
      () => false,
    );
    if (!hasProcess) return false;
    if (await answers(url)) return true;
    await sleep(200);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  const isAnswered = await sql`select 1`.then(
    () => true,
    () => false,
  );
  await sql.end();
  return isAnswered;
}

function serverUrl({ port, password }: ClusterState, database: string): string {
  return `postgres://${CLUSTER_NAME}:${password}@127.0.0.1:${port}/${database}`;
}

/** The port, or any for 0; null when it is taken. */
async function freePort(wanted: number): Promise<number | null> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(wanted, "127.0.0.1", () => resolve(true));
  });
  if (!isListening) return null;
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address === null || typeof address === "string" ? null : address.port;
}
