import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { createSession } from "#db/mutations/create-session.ts";
import { now } from "#lib/clock.ts";
import { buildOnce } from "#scripts/run/build.ts";
import { choosePorts } from "#scripts/run/port.ts";

const HOST = "127.0.0.1";

export type BenchWeb = {
  readonly address: string;
  /** The cookie of a browser that the user signed in with. */
  signIn(userId: number): Promise<string>;
  stop(): Promise<void>;
};

/** Builds the pages of these sources and serves them from the database at `url`, as `npm start` does. */
export async function startBenchWeb({ url, folder }: { url: string; folder: string }): Promise<BenchWeb> {
  await buildOnce();
  const secret = randomBytes(32).toString("hex");
  const [port = 0] = await choosePorts(1);
  const env = { DATA_DIR: folder, AUTH_SECRET: secret, HOST, PORT: String(port), NODE_ENV: "production" };
  const stop = await startProcess("scripts/web.ts", { ...env, DATABASE_URL: url, NEXT_TELEMETRY_DISABLED: "1" });
  return { address: `http://${HOST}:${port}`, signIn, stop };

  async function signIn(userId: number): Promise<string> {
    const sessionId = await createSession({ userId, at: now() });
    return `next-auth.session-token=${await encode({ token: { sessionId }, secret })}`;
  }
}

/** Works on the database at `url` as the worker of an installation does; gives how to stop it. */
export function startBenchWorker({ url, folder }: { url: string; folder: string }): Promise<() => Promise<void>> {
  return startProcess("worker/main.ts", { DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: "error" });
}

/** Waits until it says that it is ready. */
async function startProcess(file: string, env: Readonly<Record<string, string>>): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.on("message", (message) => message === "ready" && resolve());
    void ended.then(() => reject(new Error(`${file} ended before it was ready.`)));
  });
  return async () => {
    child.kill("SIGTERM");
    await ended;
  };
}
