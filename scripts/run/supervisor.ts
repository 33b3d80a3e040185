import { type ChildProcess, spawn } from "node:child_process";

export type Program = {
  readonly name: string;
  readonly file: string;
  readonly env: Record<string, string>;
  /** For Node itself. */
  readonly flags?: readonly string[];
};

const RESTART_MS = 1_000;
const FAILURES = 5;
const FAILURES_WITHIN_MS = 60_000;
const STOP_MS = 10_000;

/**
 * Runs the programs until a signal: one that dies is started again, and when that happens five
 * times within a minute all stop. Children end by themselves when this process is killed, because
 * their channel to it closes. Resolves with the exit code when all have ended.
 */
export async function supervise(
  programs: readonly Program[],
  { onReady, onSignal }: { onReady: () => void; onSignal: (stop: () => void) => void },
): Promise<number> {
  const children = new Map<string, ChildProcess>();
  const waiting = new Set(programs.map(({ name }) => name));
  const failures: number[] = [];
  let isStopping = false;
  const { promise, resolve } = Promise.withResolvers<number>();

  function start(program: Program) {
    const child = spawn(process.execPath, [...(program.flags ?? []), program.file], {
      env: { ...process.env, ...program.env },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // Ctrl-C reaches the children through this process only, so that they stop in order.
      detached: true,
    });
    children.set(program.name, child);
    child.on("message", (message) => {
      if (message !== "ready" || !waiting.delete(program.name)) return;
      if (waiting.size === 0) onReady();
    });
    child.on("exit", (code, signal) => {
      children.delete(program.name);
      if (isStopping) return;
      failures.push(performance.now());
      const recent = failures.filter((at) => performance.now() - at < FAILURES_WITHIN_MS).length;
      process.stderr.write(`${program.name} ended (${signal ?? `exit code ${code}`}).\n`);
      if (recent >= FAILURES) return void stop(1);
      setTimeout(() => isStopping || start(program), RESTART_MS);
    });
  }

  async function stop(code: number) {
    if (isStopping) return;
    isStopping = true;
    await Promise.all([...children.values()].map(stopChild));
    resolve(code);
  }

  onSignal(() => void stop(0));
  for (const program of programs) start(program);
  return promise;
}

async function stopChild(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(patience);
}
