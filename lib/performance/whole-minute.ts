const MINUTE_MS = 60_000;

/** The minute of a moment, in epoch milliseconds: figures of one minute are the same, so that they are reckoned once. */
export function wholeMinute(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
}
