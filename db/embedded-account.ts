import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const NAME = "postgres";

/** The system user the server runs as; null when it runs as whoever started the program. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root: then the system user `postgres` runs it, made if need be. */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  const found = await findUser();
  if (found) return found;
  await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]);
  const created = await findUser();
  if (!created) throw new Error(`The system user ${NAME}, which PostgreSQL needs under root, could not be made.`);
  return created;
}

async function findUser(): Promise<Account> {
  const entry = (await readFile("/etc/passwd", "utf8")).split("\n").find((line) => line.startsWith(`${NAME}:`));
  const [, , uid, gid] = entry?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

type Command = { file: string; args: string[]; options: { uid?: number; gid?: number } };

/**
 * The command as run by the account. With `setpriv` it keeps the right to pass through folders, so
 * that a clone below a closed home folder works as well.
 */
export async function asAccount(account: Account, file: string, args: string[]): Promise<Command> {
  if (!account) return { file, args, options: {} };
  if (!(await canKeepSearch())) return { file, args, options: { uid: account.uid, gid: account.gid } };
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  return { file: "setpriv", args: [...identity, ...KEEP_SEARCH, file, ...args], options: {} };
}

const KEEP_SEARCH = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
let keepsSearch: Promise<boolean> | undefined;

function canKeepSearch(): Promise<boolean> {
  keepsSearch ??= run("setpriv", [...KEEP_SEARCH, "true"]).then(
    () => true,
    () => false,
  );
  return keepsSearch;
}
