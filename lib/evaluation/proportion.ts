/** How many of how many: never shown without its count. */
export type Proportion = {
  readonly made: number;
  readonly of: number;
  /** From 0 to 1; null of nothing. */
  readonly rate: number | null;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
};

/** Two-sided 95 % of the normal distribution. */
export const Z = 1.959963984540054;

/**
 * A share with its 95 % interval by Wilson's score method (E. B. Wilson, 1927): unlike the usual
 * formula it stays within 0 and 1 and says something sensible of 0 out of 5.
 */
export function proportion({ made, of }: { readonly made: number; readonly of: number }): Proportion {
  if (of === 0) return { made, of, rate: null, low: 0, high: 1 };
  const rate = made / of;
  const squared = Z * Z;
  const centre = rate + squared / (2 * of);
  const margin = Z * Math.sqrt((rate * (1 - rate)) / of + squared / (4 * of * of));
  const scale = 1 + squared / of;
  return {
    made,
    of,
    rate,
    // At the ends the formula gives exactly 0 and 1, which floating point misses by a hair.
    low: made === 0 ? 0 : (centre - margin) / scale,
    high: made === of ? 1 : (centre + margin) / scale,
  };
}

/** Whether two shares differ by more than chance would have it: their difference over its standard error, both pooled. */
export function differs(one: Proportion, other: Proportion): boolean {
  if (one.rate === null || other.rate === null) return false;
  const pooled = (one.made + other.made) / (one.of + other.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of));
  return error > 0 && Math.abs(one.rate - other.rate) / error > Z;
}

/** Whether two shares lie apart with their intervals: stricter than `differs`, and right where what is counted is not independent. */
export function isApart(one: Proportion, other: Proportion): boolean {
  return one.rate !== null && other.rate !== null && (one.low > other.high || other.low > one.high);
}

/** Several shares of different things as one. */
export function together(shares: readonly Proportion[]): Proportion {
  return proportion({
    made: shares.reduce((sum, { made }) => sum + made, 0),
    of: shares.reduce((sum, { of }) => sum + of, 0),
  });
}
