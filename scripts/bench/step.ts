import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { STEADY_MEMORY } from "#scripts/run/node-flags.ts";

const run = promisify(execFile);

/** Runs a program beside this one against the database at `url`, started as the worker is, so that its memory is its own; gives the figures that it writes. */
export async function runStep(
  file: string,
  { url, args = [] }: { url: string; args?: readonly string[] },
): Promise<Record<string, number>> {
  const path = new URL(file, import.meta.url).pathname;
  const { stdout } = await run(process.execPath, [...STEADY_MEMORY, path, ...args], {
    env: { ...process.env, DATABASE_URL: url },
  });
  return JSON.parse(stdout);
}
