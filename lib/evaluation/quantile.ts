/** The value below which a share of the values lies, between neighbours in proportion; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  return values.length === 0 ? null : quantileWithin(new Float64Array(values), share);
}

/** Half of the values are at most the median, the middle half lies between the quarters. */
export type Spread = {
  readonly count: number;
  readonly median: number;
  readonly lowerQuarter: number;
  readonly upperQuarter: number;
};

/** null of none. */
export function spreadOf(values: ArrayLike<number>): Spread | null {
  const count = values.length;
  if (count === 0) return null;
  const within = new Float64Array(values);
  const median = quantileWithin(within, 0.5);
  // What is smaller lies before the middle by now: a quarter is sought in its own half, of two values in both.
  const middle = Math.floor((count - 1) / 2);
  const lowerQuarter = quantileWithin(within, 0.25, { last: count === 2 ? 1 : middle });
  const upperQuarter = quantileWithin(within, 0.75, { first: middle });
  return { count, median, lowerQuarter, upperQuarter };
}

/** As `spreadOf`, of values that are in order already. */
export function spreadOfAscending(values: Float64Array): Spread | null {
  const count = values.length;
  if (count === 0) return null;
  const at = (share: number) => {
    const place = (count - 1) * share;
    const lower = values[Math.floor(place)] ?? 0;
    return lower + ((values[Math.ceil(place)] ?? 0) - lower) * (place % 1);
  };
  return { count, median: at(0.5), lowerQuarter: at(0.25), upperQuarter: at(0.75) };
}

/** Between which places of the values those lie that are asked for. */
type Part = { readonly first?: number; readonly last?: number };

/** Of one value at least, whose order changes. */
function quantileWithin(values: Float64Array, share: number, part: Part = {}): number {
  const { first = 0, last = values.length - 1 } = part;
  const place = (values.length - 1) * share;
  const lowerPlace = Math.floor(place);
  const lower = bringTo(values, lowerPlace, { first, last });
  if (place === lowerPlace) return lower;
  // What lies behind is no smaller: the least of it is the next.
  let upper = Number.POSITIVE_INFINITY;
  for (let at = lowerPlace + 1; at <= last; at++) upper = Math.min(upper, values[at] ?? upper);
  return lower + (upper - lower) * (place - lowerPlace);
}

/**
 * Brings the value that a sorted list would have there to a place, smaller ones before it and larger ones behind, without
 * sorting the rest (C. A. R. Hoare, "Find", 1961).
 */
function bringTo(values: Float64Array, place: number, part: Required<Part>): number {
  let { first, last } = part;
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
