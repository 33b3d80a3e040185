/**
 * The server's time in a browser, counted on from its newest reading by a clock that nobody sets.
 * What comes into sight later, with an older reading, goes by the newest as well.
 */
export function createServerTime(elapsedMs: () => number) {
  let newest = { readAt: Number.NEGATIVE_INFINITY, seenAt: 0 };
  return (readAt: number): number => {
    if (readAt > newest.readAt) newest = { readAt, seenAt: elapsedMs() };
    return newest.readAt + elapsedMs() - newest.seenAt;
  };
}
