import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

const PATIENCE_SECONDS = 5;

type Watch = { readonly url: string; readonly everyMs: number; readonly signal: AbortSignal };

/**
 * Asks the database for a sign of life again and again, and calls `revive` when none comes. A
 * connection stays open meanwhile, so that no other program takes itself for the last one.
 */
export async function watchDatabase({ url, everyMs, signal }: Watch, revive: () => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: PATIENCE_SECONDS, onnotice: () => {} });
  while (!signal.aborted) {
    const isAlive = await sql`select 1`.then(
      () => true,
      () => false,
    );
    if (!isAlive && !signal.aborted) await revive();
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
  await sql.end({ timeout: 1 });
}
