import { execFile } from "node:child_process";

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs `npm run voorrang -- ...args` against a database, without npm. */
export function runVoorrang(url: string, args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: url };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["scripts/voorrang.ts", ...args],
      { env, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr });
      },
    );
  });
}
