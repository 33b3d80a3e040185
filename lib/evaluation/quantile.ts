/** The value below which a share of the values lies, between neighbours in proportion; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  return quantileOfSorted(Float64Array.from(values).sort(), share);
}

function quantileOfSorted(sorted: Float64Array, share: number): number | null {
  const place = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(place)];
  const upper = sorted[Math.ceil(place)];
  return lower === undefined || upper === undefined ? null : lower + (upper - lower) * (place - Math.floor(place));
}

/** Half of the values are at most the median, the middle half lies between the quarters. */
export type Spread = {
  readonly count: number;
  readonly median: number;
  readonly lowerQuarter: number;
  readonly upperQuarter: number;
};

/** null of none. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = Float64Array.from(values).sort();
  const [median, lowerQuarter, upperQuarter] = [0.5, 0.25, 0.75].map((share) => quantileOfSorted(sorted, share));
  if (median == null || lowerQuarter == null || upperQuarter == null) return null;
  return { count: sorted.length, median, lowerQuarter, upperQuarter };
}
