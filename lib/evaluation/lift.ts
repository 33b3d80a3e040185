import type { Outcomes } from "./auc.ts";
import { levelsOf, positivesAmongBest } from "./levels.ts";

/**
 * How many times more often the best-scored share of cases (0 to 1) had the outcome than all did.
 * Cases that tie at its edge count in proportion. null when none had it.
 */
export function lift(outcomes: Outcomes, share: number): number | null {
  const positives = outcomes.positives.length;
  if (positives === 0) return null;
  const cases = positives + outcomes.negatives.length;
  const room = Math.max(1, Math.round(cases * share));
  return (positivesAmongBest(levelsOf(outcomes), room) * cases) / (room * positives);
}
