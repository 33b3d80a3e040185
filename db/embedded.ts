import { type ExecFileOptions, execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { makeDataFolder } from "#lib/data-folder.ts";
import { type Account, asAccount, serverAccount } from "./embedded-account.ts";
import { type Binaries, findBinaries } from "./embedded-binaries.ts";
import { lockFile } from "./file-lock.ts";

const run = promisify(execFile);
const NAME = "voorrang";
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

type State = { port: number; password: string };

/**
 * Starts the server in `dataDir`, or joins the one that runs. `settings` are added to those of a
 * server that is started. Throws when it does not come up.
 */
export async function startEmbedded(dataDir: string, settings: readonly string[] = []): Promise<EmbeddedServer> {
  const binaries = await findBinaries();
  const account = await serverAccount();
  const folder = join(dataDir, "postgres");
  await makeDataFolder(dataDir);
  const unlock = await lockFile(join(dataDir, "postgres.lock"));
  try {
    const state = (await isRunning(binaries, account, folder))
      ? await readState(dataDir)
      : await start({ binaries, account, dataDir, folder, settings });
    await ensureDatabase(serverUrl(state, "postgres"));
    const url = serverUrl(state, NAME);
    return { url, release: () => release({ binaries, account, dataDir, folder, url }) };
  } finally {
    await unlock();
  }
}

type Start = {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly dataDir: string;
  readonly folder: string;
  readonly settings: readonly string[];
};

async function start({ binaries, account, dataDir, folder, settings }: Start): Promise<State> {
  const last = (await isInitialised(folder)) ? await readState(dataDir) : { port: 0, password: await initialise() };
  // The same port where it is still free: programs that lost a killed server find the new one.
  const port = (await freePort(last.port)) ?? (await freePort(0));
  if (port === null) throw new Error("No free port on 127.0.0.1 for the embedded PostgreSQL.");
  const state = { port, password: last.password };
  await writeState(dataDir, state);
  const parameters = [
    `-p ${state.port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=''",
    "-c shared_buffers=256MB",
    "-c max_wal_size=4GB",
    "-c checkpoint_timeout=15min",
    "-c jit=off",
    ...settings.map((setting) => `-c ${setting}`),
  ].join(" ");
  for (let attempt = 1; ; attempt++) {
    try {
      await control(binaries, account, [
        "start",
        "-w",
        "-t",
        "60",
        "-D",
        folder,
        "-l",
        join(folder, "server.log"),
        "-o",
        parameters,
      ]);
      return state;
    } catch (error) {
      // Backends of a killed server hold its memory until they notice; the next try finds them gone.
      if (attempt === START_TRIES)
        throw new Error(`The embedded PostgreSQL does not start; see ${join(folder, "server.log")}.`, { cause: error });
      await sleep(500);
    }
  }

  async function initialise(): Promise<string> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { mode: 0o700 });
    if (account) await chown(folder, account.uid, account.gid);
    const created = randomBytes(24).toString("hex");
    const passwordFile = join(folder, "..", "postgres.password");
    await writeFile(passwordFile, created, { mode: 0o600 });
    if (account) await chown(passwordFile, account.uid, account.gid);
    await writeState(dataDir, { port: 0, password: created });
    await exec(binaries.initdb, account, [
      "-D",
      folder,
      "-U",
      NAME,
      "-A",
      "scram-sha-256",
      "--pwfile",
      passwordFile,
      "-E",
      "UTF8",
      "--locale=C",
    ]);
    await rm(passwordFile);
    return created;
  }
}

async function release(server: { binaries: Binaries; account: Account; dataDir: string; folder: string; url: string }) {
  const unlock = await lockFile(join(server.dataDir, "postgres.lock"));
  try {
    if (!(await isRunning(server.binaries, server.account, server.folder))) return;
    const sql = postgres(server.url, { max: 1, onnotice: () => {} });
    const [others] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    await sql.end();
    if (others && others.count > 0) return;
    await control(server.binaries, server.account, ["stop", "-w", "-m", "fast", "-D", server.folder]);
  } finally {
    await unlock();
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${NAME}`;
    if (!found) await sql`create database ${sql(NAME)}`;
  } finally {
    await sql.end();
  }
}

/** A process that is there but does not answer is dying or still recovering: asked again until it is one or the other. */
async function isRunning(binaries: Binaries, account: Account, folder: string): Promise<boolean> {
  if (!(await isInitialised(folder))) return false;
  const { port, password } = await readState(dirname(folder));
  for (let attempt = 0; attempt < ANSWER_TRIES; attempt++) {
    const hasProcess = await control(binaries, account, ["status", "-D", folder]).then(
      () => true,
      () => false,
    );
    if (!hasProcess) return false;
    if (await answers(serverUrl({ port, password }, "postgres"))) return true;
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

function serverUrl({ port, password }: State, database: string): string {
  return `postgres://${NAME}:${password}@127.0.0.1:${port}/${database}`;
}

/** initdb writes its settings file at the end, so a folder without one was left half-made. */
async function isInitialised(folder: string): Promise<boolean> {
  return (await exists(join(folder, "postgresql.auto.conf"))) && (await exists(join(folder, "PG_VERSION")));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function readState(dataDir: string): Promise<State> {
  return JSON.parse(await readFile(join(dataDir, "postgres.json"), "utf8"));
}

async function writeState(dataDir: string, state: State): Promise<void> {
  await writeFile(join(dataDir, "postgres.json"), JSON.stringify(state), { mode: 0o600 });
}

function control(binaries: Binaries, account: Account, args: string[]): Promise<void> {
  return exec(binaries.pgCtl, account, args);
}

async function exec(file: string, account: Account, args: string[]): Promise<void> {
  const options: ExecFileOptions = { cwd: "/", env: { ...process.env, LC_ALL: "C" } };
  const command = await asAccount(account, file, args);
  await run(command.file, command.args, { ...options, ...command.options });
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
