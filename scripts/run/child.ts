/**
 * For a program under the supervisor: `stop` runs once, on a signal or when the supervisor is gone,
 * and the process ends after it. Returns the way to say that the program is ready.
 */
export function superviseSelf(stop: () => Promise<void>): { ready(): void } {
  let isStopping = false;
  async function end() {
    if (isStopping) return;
    isStopping = true;
    await stop();
    process.exit(0);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end());
  process.on("disconnect", () => void end());
  return { ready: () => void process.send?.("ready") };
}
