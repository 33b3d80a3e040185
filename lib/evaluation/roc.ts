import type { Outcomes } from "./auc.ts";
import { levelsOf } from "./levels.ts";

/** Shares (0 to 1) of positives and of negatives that score at least the threshold; null before the first. */
export type RocPoint = { readonly threshold: number | null; readonly caught: number; readonly falseAlarms: number };

/** The ROC curve from (0, 0) to (1, 1), a point for each distinct score, high first; empty when one side is. */
export function rocCurve(outcomes: Outcomes): RocPoint[] {
  const positives = outcomes.positives.length;
  const negatives = outcomes.negatives.length;
  if (positives === 0 || negatives === 0) return [];
  let caught = 0;
  let falseAlarms = 0;
  const points = levelsOf(outcomes).map((level) => {
    caught += level.positives;
    falseAlarms += level.cases - level.positives;
    return { threshold: level.score, caught: caught / positives, falseAlarms: falseAlarms / negatives };
  });
  return [{ threshold: null, caught: 0, falseAlarms: 0 }, ...points];
}
