/** Between attempts; after the last of them it is over. */
const PAUSES_MINUTES = [1, 5, 15, 60, 240];
const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 24 * 60 * MINUTE_MS;

type Tried = {
  /** So far, this one included. */
  readonly attempts: number;
  /** The same would happen again. */
  readonly isHopeless: boolean;
  /** How long the other side asks to be left alone. */
  readonly afterMs?: number | undefined;
};

/** How long to wait before something that certainly failed is tried again; null: it is over. */
export function pauseAfter({ attempts, isHopeless, afterMs = 0 }: Tried): number | null {
  const minutes = PAUSES_MINUTES[attempts - 1];
  if (isHopeless || minutes === undefined) return null;
  return Math.min(Math.max(minutes * MINUTE_MS, afterMs), LONGEST_PAUSE_MS);
}
