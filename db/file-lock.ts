import { open, readFile, rm, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const WRITE_MS = 2_000;

/** Waits for the lock and returns its release. A lock whose holder is gone is taken over. */
export async function lockFile(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      const file = await open(path, "wx", 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (!(await isHeld(path))) await rm(path, { force: true });
      else await sleep(100);
    }
  }
}

async function isHeld(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, "utf8").catch(() => ""));
  if (!pid) {
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    return age < WRITE_MS;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
