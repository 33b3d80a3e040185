/** Scores of those with the outcome and of those without, in any unit. */
export type Outcomes = { readonly positives: readonly number[]; readonly negatives: readonly number[] };

export type Auc = {
  /** Chance that a random positive outranks a random negative, ties counting half; 0 to 1. */
  readonly auc: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
};

const Z = 1.959963984540054;

/**
 * The area under the ROC curve by the rank sum (Mann and Whitney, 1947), its interval by the standard
 * error of Hanley and McNeil (1982). null when one side is empty.
 */
export function aucOf({ positives, negatives }: Outcomes): Auc | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const auc = rankSumOver(positives, negatives) / (positives.length * negatives.length);
  const margin = Z * standardError(auc, positives.length, negatives.length);
  return { auc, low: Math.max(0, auc - margin), high: Math.min(1, auc + margin) };
}

/** How many pairs the positives win, a tie being half a win. */
function rankSumOver(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = Float64Array.from(negatives).sort();
  let wins = 0;
  for (const value of positives) wins += (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / 2;
  return wins;
}

/** How many of the sorted values are less than one (or, with `ties`, at most that). */
function countBelow(sorted: Float64Array, value: number, ties: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const held = sorted[middle] ?? 0;
    if (held < value || (ties && held === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function standardError(auc: number, positives: number, negatives: number): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance =
    (auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc)) /
    (positives * negatives);
  return Math.sqrt(Math.max(0, variance));
}
