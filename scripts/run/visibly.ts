import { spawn } from "node:child_process";

/** Runs a command that prints to this terminal; resolves with its exit code. */
export function spawnVisibly(command: readonly [string, ...string[]], env: Record<string, string>): Promise<number> {
  const [file, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
