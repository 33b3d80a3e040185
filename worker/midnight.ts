import { setTimeout as sleep } from "node:timers/promises";
import { findOrganisation } from "#db/queries/organisation.ts";
import { nextMidnight } from "#lib/time/midnight.ts";

/** The zone may be changed, and the clock put right, in between. */
const LOOK_AGAIN_MS = 30_000;

type Watch = {
  readonly now: () => Date;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Told when the database could not be asked; the watch goes on. */
  readonly onError: (error: unknown) => void;
  readonly findTimeZone?: () => Promise<string | null>;
};

/**
 * Calls `strike` at each midnight of the organisation, to the moment. It counts by the clock that
 * says which day it is, so that a day is never asked for before it has begun.
 */
export async function watchMidnight(watch: Watch, strike: () => Promise<void>): Promise<void> {
  while (!watch.signal.aborted) {
    try {
      if (await reachMidnight(watch)) await strike();
    } catch (error) {
      watch.onError(error);
      await pause(LOOK_AGAIN_MS, watch.signal);
    }
  }
}

/** Waits for midnight, or for a while: then false. */
async function reachMidnight({ now, signal, findTimeZone = findZone }: Watch): Promise<boolean> {
  const timeZone = await findTimeZone();
  const at = now().getTime();
  const midnight = timeZone === null ? Number.POSITIVE_INFINITY : nextMidnight(at, timeZone);
  await pause(Math.min(midnight - at, LOOK_AGAIN_MS), signal);
  // Timers may run a little early.
  while (!signal.aborted && isClose(midnight - now().getTime())) await pause(1, signal);
  return !signal.aborted && now().getTime() >= midnight;
}

function isClose(ms: number): boolean {
  return ms > 0 && ms < 50;
}

async function findZone(): Promise<string | null> {
  return (await findOrganisation())?.timeZone ?? null;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => {});
}
