import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type KeptProcess = {
  /** Kills it without a warning, waits for its end and starts it anew. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits for its end. */
  stop(): Promise<void>;
};

export type Keeping = {
  /** Called for each start: a name may be needed each time. */
  readonly args: () => readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly onMessage?: (message: unknown) => void;
};

const RESTART_MS = 500;

/** Starts a program of this project and again whenever it ends, as the supervisor does. Resolves when it is ready. */
export async function keepProcess({ args, env, onMessage }: Keeping): Promise<KeptProcess> {
  let isStopping = false;
  let child = start();
  await ready(child);
  return {
    async kill() {
      await end("SIGKILL");
    },
    async stop() {
      isStopping = true;
      await end("SIGTERM");
    },
  };

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  function start(): ChildProcess {
    const started = spawn(process.execPath, args(), {
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    started.on("message", (message) => message !== "ready" && onMessage?.(message));
    started.on("exit", () => {
      if (isStopping) return;
      setTimeout(() => {
        if (!isStopping) child = start();
      }, RESTART_MS);
    });
    return started;
  }
}

async function ready(child: ChildProcess): Promise<void> {
  const outcome = await Promise.race([once(child, "message"), once(child, "exit").then(() => ["ended"])]);
  if (outcome[0] !== "ready") throw new Error("The process did not start.");
}
