import { setTimeout as sleep } from "node:timers/promises";
import { sweepClocks } from "#db/mutations/sweep-clocks.ts";

/** A reminder or a breach is told within so long. */
const LOOK_EVERY_MS = 2_000;

type Watch = {
  readonly now: () => Date;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Told when the database could not be asked; the watch goes on. */
  readonly onError: (error: unknown) => void;
};

/** Keeps an eye on the clocks of all leads until it is told to stop. */
export async function watchClocks({ now, signal, onError }: Watch): Promise<void> {
  while (!signal.aborted) {
    await sweepClocks({ at: now() }).catch(onError);
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
