import { type LiveChange, mergeChanges } from "#lib/live/change.ts";
import { coalesce } from "#lib/live/coalesce.ts";
import { type LiveSignal, LOST_AFTER_MS } from "#lib/live/signal.ts";

/** Something on the page that shows what may change. */
export type Screen = {
  /** When what it shows was read: epoch milliseconds of the server's clock. */
  readonly readAt: () => number;
  readonly concerns: (change: LiveChange) => boolean;
  readonly refresh: () => Promise<unknown> | undefined;
};

/** Soon, then ever less often while changes keep coming. */
const FIRST_MS = 50;
const PAUSES_MS = [1_000, 1_000, 2_000, 4_000, 8_000];
/** Between the clocks of two web servers. */
const SKEW_MS = 1_000;
/** A reading that takes longer does not keep the next from beginning. */
const LONGEST_MS = 15_000;
const EVERYTHING: LiveChange = { leads: null };

export type Live = ReturnType<typeof createLive>;

/** What this tab heard, and the screens that it tells, once somebody looks at them. */
export function createLive(isSeen: () => boolean) {
  const screens = new Set<Screen>();
  const watchers = new Set<() => void>();
  const listeners = new Set<() => void>();
  let changedAt = Number.NEGATIVE_INFINITY;
  let isLive = false;
  let hasMissed = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const changes = coalesce<LiveChange, LiveChange>({
    gather: mergeChanges,
    run: (change) => {
      hasMissed ||= !isSeen();
      if (hasMissed) return;
      const readings = [...screens].map((screen) => screen.concerns(change) && screen.refresh());
      return Promise.race([Promise.allSettled(readings), sleep(LONGEST_MS)]);
    },
    firstMs: FIRST_MS,
    pausesMs: PAUSES_MS,
  });

  function setLive(next: boolean): void {
    if (next === isLive) return;
    isLive = next;
    for (const watcher of watchers) watcher();
  }
  const isBehind = ({ readAt }: Screen) => readAt() <= changedAt + SKEW_MS;

  return {
    hear(signal: LiveSignal): void {
      clearTimeout(silence);
      silence = setTimeout(() => setLive(false), LOST_AFTER_MS);
      setLive(signal.kind !== "end");
      // What came while nobody listened is not known either.
      if (signal.kind === "alert" || signal.kind === "hello") for (const listener of listeners) listener();
      if (signal.kind === "change") {
        changedAt = Math.max(changedAt, signal.at);
        changes.add(signal);
      } else if (signal.kind === "hello" && signal.changedAt !== null) {
        changedAt = Math.max(changedAt, signal.changedAt);
        if ([...screens].some(isBehind)) changes.add(EVERYTHING);
      }
    },
    /** To be called when somebody looks again. */
    seen(): void {
      if (hasMissed) changes.add(EVERYTHING);
      hasMissed = false;
    },
    /** Gives the way to take the screen away. */
    show(screen: Screen): () => void {
      screens.add(screen);
      if (isBehind(screen)) changes.add(EVERYTHING);
      return () => void screens.delete(screen);
    },
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Called when the reader may have been told something; gives the way to stop it. */
    onAlert(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    isLive: () => isLive,
    stop(): void {
      clearTimeout(silence);
      changes.stop();
      setLive(false);
    },
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
