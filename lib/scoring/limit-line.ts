import type { LimitKind, LimitLine } from "./breakdown.ts";
import type { Weighed } from "./recorder.ts";
import { HIGHEST_SCORE, holdWithinScore } from "./weigh.ts";
import type { CriterionWeight, GroupWeights } from "./weights.ts";

/** The line of a limit that bites; null for one that does not. */
export function maximumLine({ maximum }: CriterionWeight, weighed: Weighed): LimitLine | null {
  return limitLine("criterion_maximum", maximum, weighed);
}

export function groupLimitLine({ cap, floor }: GroupWeights, weighed: Weighed): LimitLine | null {
  return weighed.kept < weighed.centipoints
    ? limitLine("group_cap", cap, weighed)
    : limitLine("group_floor", floor, weighed);
}

export function axisLimitLine(sum: number): LimitLine | null {
  const weighed = { centipoints: sum, kept: holdWithinScore(sum) };
  return sum < 0 ? limitLine("axis_minimum", 0, weighed) : limitLine("axis_maximum", HIGHEST_SCORE, weighed);
}

function limitLine(kind: LimitKind, limit: number, { centipoints, kept }: Weighed): LimitLine | null {
  return kept === centipoints ? null : { kind, limit, centipoints: kept - centipoints };
}
