import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { EnvError } from "./env.ts";

const WHY: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};

/**
 * Makes the data folder and those above it where they are missing. Throws `EnvError` with a sentence
 * when that cannot be. One by one: where a file system makes no folders, as /proc, Node's own
 * recursive way never ends.
 */
export async function makeDataFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = path; !(await isFolder(at, path)); at = dirname(at)) missing.unshift(at);
  for (const folder of missing) {
    await mkdir(folder, { mode: 0o755 }).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw refusal(path, error);
    });
  }
  await access(path, constants.W_OK | constants.X_OK).catch((error: unknown) => {
    throw refusal(path, error);
  });
}

/** false: nothing is there. */
async function isFolder(at: string, path: string): Promise<boolean> {
  try {
    if ((await stat(at)).isDirectory()) return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT" && at !== dirname(at)) return false;
    // The file stands further up.
    if (codeOf(error) === "ENOTDIR") return false;
    throw refusal(path, error);
  }
  throw new EnvError(`The environment variable DATA_DIR names ${path}, but ${at} is a file and not a folder.`);
}

function refusal(path: string, error: unknown): EnvError {
  const code = codeOf(error);
  const why = WHY[code] ?? "no folder can be made there";
  return new EnvError(`The environment variable DATA_DIR names ${path}, which cannot be used: ${why}.`, {
    cause: error,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
