import { setTimeout as sleep } from "node:timers/promises";
import { type Store, store } from "#db/client.ts";
import { isPassUnderWay } from "#db/pass-lock.ts";
import type { Verification } from "#lib/verification/verification.ts";
import { type VerifyScores, verifyScores } from "./verify-scores.ts";

const LOOK_MS = 1_000;

/**
 * As `verifyScores`, but makes way: somebody waits for a pass, nobody for this, and both at once take
 * the memory of both. Begins anew when the pass is done.
 */
export async function verifyBetweenPasses(
  { now, signal }: VerifyScores,
  target: Store = store,
): Promise<Verification | null> {
  for (;;) {
    while (await isPassUnderWay(target.db)) await sleep(LOOK_MS, undefined, { signal });
    const way = new AbortController();
    const look = setInterval(async () => {
      if (await isPassUnderWay(target.db).catch(() => false)) way.abort();
    }, LOOK_MS);
    try {
      return await verifyScores({ now, signal: AbortSignal.any([way.signal, ...(signal ? [signal] : [])]) }, target);
    } catch (error) {
      if (!way.signal.aborted || signal?.aborted) throw error;
    } finally {
      clearInterval(look);
    }
  }
}
