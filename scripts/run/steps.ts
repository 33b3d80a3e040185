import { spawn } from "node:child_process";

/** One thing that passes or fails: a function that throws, or a command whose exit code says. */
export type Step = { readonly name: string } & (
  | { readonly run: () => Promise<void> }
  | { readonly command: readonly [string, ...string[]]; readonly env?: Record<string, string> }
);

/** `failed` names what failed, each with its reason. */
export type Tally = { readonly passed: number; readonly failed: readonly string[]; readonly skipped: number };

/** Runs the steps one after the other, all of them, and prints each with its seconds. */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  const failed: string[] = [];
  for (const step of steps) {
    const from = performance.now();
    const failure = await runStep(step);
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    process.stdout.write(`${failure === null ? "ok  " : "FAIL"} ${step.name} (${seconds} s)\n`);
    if (failure === null) continue;
    failed.push(`${step.name}: ${failure.split("\n", 1)[0]}`);
    process.stdout.write(`${failure}\n`);
  }
  return { passed: steps.length - failed.length, failed, skipped: 0 };
}

async function runStep(step: Step): Promise<string | null> {
  try {
    if ("run" in step) await step.run();
    else await runCommand(step.command, step.env);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Rejects with what the command printed when it fails. */
export function runCommand(command: readonly [string, ...string[]], env: Record<string, string> = {}): Promise<void> {
  const [file, ...args] = command;
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    const child = spawn(file, args, { env: { ...process.env, ...env } });
    child.stdout.on("data", (part: Buffer) => output.push(part));
    child.stderr.on("data", (part: Buffer) => output.push(part));
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(Buffer.concat(output).toString()))));
  });
}
