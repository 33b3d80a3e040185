import { type ExecFileOptions, execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Account, asAccount, serverAccount } from "./embedded-account.ts";
import { type Binaries, findBinaries } from "./embedded-binaries.ts";

const run = promisify(execFile);
export const CLUSTER_NAME = "voorrang";

/** A PostgreSQL on the disk: its files, the programs that serve them, and the account that may. */
export type Cluster = {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly dataDir: string;
  readonly folder: string;
};

/** How the server is reached; port 0 before its first start. */
export type ClusterState = { readonly port: number; readonly password: string };

/** The one of a data folder, whether it is there yet or not. */
export async function findCluster(dataDir: string): Promise<Cluster> {
  const binaries = await findBinaries();
  const account = await serverAccount();
  return { binaries, account, dataDir, folder: join(dataDir, "postgres") };
}

/** initdb writes its settings file at the end, so a folder without one was left half-made. */
export async function isInitialised({ folder }: Cluster): Promise<boolean> {
  return (await exists(join(folder, "postgresql.auto.conf"))) && (await exists(join(folder, "PG_VERSION")));
}

/** Makes an empty cluster in place of what was left half-made. Gives its password. */
export async function initialise(cluster: Cluster): Promise<string> {
  const { binaries, account, folder } = cluster;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
  const password = randomBytes(24).toString("hex");
  const passwordFile = join(folder, "..", "postgres.password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  await writeState(cluster, { port: 0, password });
  const access = ["-U", CLUSTER_NAME, "-A", "scram-sha-256", "--pwfile", passwordFile];
  await exec(binaries.initdb, account, ["-D", folder, ...access, "-E", "UTF8", "--locale=C"]);
  await rm(passwordFile);
  return password;
}

export async function readState({ dataDir }: Cluster): Promise<ClusterState> {
  return JSON.parse(await readFile(join(dataDir, "postgres.json"), "utf8"));
}

export async function writeState({ dataDir }: Cluster, state: ClusterState): Promise<void> {
  await writeFile(join(dataDir, "postgres.json"), JSON.stringify(state), { mode: 0o600 });
}

/** Runs `pg_ctl` with some arguments; throws when it fails. */
export function control({ binaries, account, folder }: Cluster, args: readonly string[]): Promise<void> {
  return exec(binaries.pgCtl, account, [...args, "-D", folder]);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function exec(file: string, account: Account, args: string[]): Promise<void> {
  const options: ExecFileOptions = { cwd: "/", env: { ...process.env, LC_ALL: "C" } };
  const command = await asAccount(account, file, args);
  await run(command.file, command.args, { ...options, ...command.options });
}
