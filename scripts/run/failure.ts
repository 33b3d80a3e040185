/** Runs a program and ends with its exit code; a failure is one sentence on stderr and exit code 1. */
export async function runProgram(program: () => Promise<number>): Promise<never> {
  try {
    process.exit(await program());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env.LOG_LEVEL === "debug") process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
    process.exit(1);
  }
}
