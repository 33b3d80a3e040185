import { type ChildProcess, spawn } from "node:child_process";

export type HeardWorker = {
  readonly child: ChildProcess;
  /** All that it complained of so far. */
  complaints(): string;
};

/** Starts a worker on a database; nobody waits until it is ready. */
export function startHeardWorker({ url }: { readonly url: string }): HeardWorker {
  const env = { ...process.env, DATABASE_URL: url, LOG_LEVEL: "error" };
  const child = spawn(process.execPath, ["worker/main.ts"], { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output?.on("data", (part: Buffer) => {
      said += part.toString();
    });
  return { child, complaints: () => said };
}
