import type { Level } from "./levels.ts";

export type Auc = {
  /** Chance that a random positive outranks a random negative, ties counting half; 0 to 1. */
  readonly auc: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
};

const Z = 1.959963984540054;

/**
 * The area under the ROC curve, its interval by the standard error of Hanley and McNeil (1982), for cases that do not
 * depend on each other. null when one side is empty.
 */
export function aucOf(levels: readonly Level[]): Auc | null {
  const auc = areaUnder(levels);
  if (auc === null) return null;
  const { positives, negatives } = sidesOf(levels);
  const margin = Z * standardError(auc, positives, negatives);
  return { auc, low: Math.max(0, auc - margin), high: Math.min(1, auc + margin) };
}

/** The area alone, by the rank sum (Mann and Whitney, 1947): the share of pairs that the positives win, a tie being half. */
export function areaUnder(levels: readonly Level[]): number | null {
  const { positives, negatives } = sidesOf(levels);
  if (positives === 0 || negatives === 0) return null;
  let below = negatives;
  let wins = 0;
  for (const level of levels) {
    const tied = level.cases - level.positives;
    below -= tied;
    wins += level.positives * (below + tied / 2);
  }
  return wins / (positives * negatives);
}

function sidesOf(levels: readonly Level[]) {
  const cases = levels.reduce((sum, level) => sum + level.cases, 0);
  const positives = levels.reduce((sum, level) => sum + level.positives, 0);
  return { positives, negatives: cases - positives };
}

function standardError(auc: number, positives: number, negatives: number): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance =
    (auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc)) /
    (positives * negatives);
  return Math.sqrt(Math.max(0, variance));
}
