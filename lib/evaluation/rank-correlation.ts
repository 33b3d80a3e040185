import { Z } from "./proportion.ts";

export type Pair = { readonly x: number; readonly y: number };

/** How far two orders of the same things agree: 1 the same, 0 nothing to do with each other, -1 reversed. */
export type RankCorrelation = {
  readonly rho: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly pairs: number;
};

/** The interval rests on a standard error that needs more than three. */
const FEWEST = 4;

/**
 * Spearman's rank correlation (1904): Pearson's of the ranks, those that tie sharing the middle one. The interval by
 * Fisher's transformation with the standard error of Bonett and Wright (2000). null of too few pairs, or where
 * one side has no order at all.
 */
export function rankCorrelation(pairs: readonly Pair[]): RankCorrelation | null {
  if (pairs.length < FEWEST) return null;
  const rho = pearson(ranksOf(pairs.map(({ x }) => x)), ranksOf(pairs.map(({ y }) => y)));
  if (rho === null) return null;
  const margin = Z * Math.sqrt((1 + (rho * rho) / 2) / (pairs.length - 3));
  const centre = Math.atanh(rho);
  return { rho, low: Math.tanh(centre - margin), high: Math.tanh(centre + margin), pairs: pairs.length };
}

/** Ranks from 1 on; values that tie share the middle of theirs. */
export function ranksOf(values: readonly number[]): Float64Array {
  const order = values.map((_, place) => place).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let until = from;
    while (until < order.length && values[order[until] ?? 0] === values[order[from] ?? 0]) until++;
    for (const place of order.slice(from, until)) ranks[place] = (from + 1 + until) / 2;
    from = until;
  }
  return ranks;
}

function pearson(one: Float64Array, other: Float64Array): number | null {
  const middle = (one.length + 1) / 2;
  let [product, squares, otherSquares] = [0, 0, 0];
  for (let place = 0; place < one.length; place++) {
    const [x, y] = [(one[place] ?? 0) - middle, (other[place] ?? 0) - middle];
    product += x * y;
    squares += x * x;
    otherSquares += y * y;
  }
  if (squares === 0 || otherSquares === 0) return null;
  // Floating point may pass the ends by a hair, and beyond them there is no interval.
  return Math.max(-1, Math.min(1, product / Math.sqrt(squares * otherSquares)));
}
