import { contribution } from "./contribution.ts";
import type { Sink } from "./sink.ts";
import type { AxisWeights, CriterionWeight, GroupWeights } from "./weights.ts";

/** Scores run from 0 to 100. */
export const HIGHEST_SCORE = 100_00;

/** The sum of an axis' groups, each within its limits, in centipoints; not yet adjusted or held within 0 and 100. */
export function weigh(axis: AxisWeights, factorSums: Int32Array, sink: Sink): number {
  let sum = 0;
  for (const group of axis.groups) sum += weighGroup(group, factorSums, sink);
  return sum;
}

export function holdWithinScore(centipoints: number): number {
  return Math.min(Math.max(centipoints, 0), HIGHEST_SCORE);
}

function weighGroup(group: GroupWeights, factorSums: Int32Array, sink: Sink): number {
  let sum = 0;
  for (const criterion of group.criteria) sum += weighCriterion(criterion, factorSums[criterion.index] ?? 0, sink);
  const kept = holdWithinGroup(group, sum);
  sink.grouped(group.index, sum, kept);
  return kept;
}

export function holdWithinGroup({ floor, cap }: Pick<GroupWeights, "floor" | "cap">, centipoints: number): number {
  return Math.min(Math.max(centipoints, floor), cap);
}

/** What a criterion brings within its maximum, in centipoints. */
export function weighCriterion(
  { index, centiPerMatch, maximum }: CriterionWeight,
  factorSum: number,
  sink: Sink,
): number {
  // Of most criteria of most leads nothing matched.
  if (factorSum === 0) {
    sink.weighed(index, 0, 0);
    return 0;
  }
  const centipoints = contribution({ centiPerMatch, factorSum });
  const kept = Math.min(Math.max(centipoints, -maximum), maximum);
  sink.weighed(index, centipoints, kept);
  return kept;
}
