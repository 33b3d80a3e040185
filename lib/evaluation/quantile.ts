/** The value below which a share of the values lies, between neighbours in proportion; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  return quantileWithin(new Float64Array(values), share);
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
  const within = new Float64Array(values);
  const [median, lowerQuarter, upperQuarter] = [0.5, 0.25, 0.75].map((share) => quantileWithin(within, share));
  if (median == null || lowerQuarter == null || upperQuarter == null) return null;
  return { count: within.length, median, lowerQuarter, upperQuarter };
}

/** Changes the order of the values. */
function quantileWithin(values: Float64Array, share: number): number | null {
  if (values.length === 0) return null;
  const place = (values.length - 1) * share;
  const lowerPlace = Math.floor(place);
  const lower = bringTo(values, lowerPlace);
  if (place === lowerPlace) return lower;
  // What lies behind is no smaller: the least of it is the next.
  let upper = Number.POSITIVE_INFINITY;
  for (let at = lowerPlace + 1; at < values.length; at++) upper = Math.min(upper, values[at] ?? upper);
  return lower + (upper - lower) * (place - lowerPlace);
}

/**
 * Brings the value that a sorted list would have there to a place, smaller ones before it and larger ones behind, without
 * sorting the rest (C. A. R. Hoare, "Find", 1961).
 */
function bringTo(values: Float64Array, place: number): number {
  let first = 0;
  let last = values.length - 1;
  while (first < last) {
    const pivot = values[place] ?? 0;
    let low = first;
    let high = last;
    while (low <= high) {
      while ((values[low] ?? pivot) < pivot) low++;
      while ((values[high] ?? pivot) > pivot) high--;
      if (low > high) break;
      const swapped = values[low] ?? 0;
      values[low++] = values[high] ?? 0;
      values[high--] = swapped;
    }
    if (high < place) first = low;
    if (place < low) last = high;
  }
  return values[place] ?? 0;
}
