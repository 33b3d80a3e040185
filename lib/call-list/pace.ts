const FEWEST_GAPS = 3;

/** Minutes from one outcome to the next, as a median; null while the day has too few to say. Instants in milliseconds. */
export function paceMinutes(outcomesAt: readonly number[]): number | null {
  const times = [...outcomesAt].sort((one, other) => one - other);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  if (gaps.length < FEWEST_GAPS) return null;
  gaps.sort((one, other) => one - other);
  const middle = Math.floor(gaps.length / 2);
  const upper = gaps[middle] ?? 0;
  const lower = gaps.length % 2 === 1 ? upper : (gaps[middle - 1] ?? upper);
  return (lower + upper) / 2 / 60_000;
}
