import type { Outcomes } from "./auc.ts";

/**
 * How many times more often the best-scored share of cases (0 to 1) had the outcome than all did.
 * Cases that tie at its edge count in proportion, as if drawn at random. null when none had it.
 */
export function lift({ positives, negatives }: Outcomes, share: number): number | null {
  const cases = positives.length + negatives.length;
  if (positives.length === 0) return null;
  const room = Math.max(1, Math.round(cases * share));
  const byScore = new Map<number, { cases: number; positives: number }>();
  for (const score of negatives) levelOf(score).cases++;
  for (const score of positives) {
    levelOf(score).cases++;
    levelOf(score).positives++;
  }
  let left = room;
  let found = 0;
  for (const [, level] of [...byScore].sort(([a], [b]) => b - a)) {
    const taken = Math.min(left, level.cases);
    found += (level.positives * taken) / level.cases;
    left -= taken;
    if (left === 0) break;
  }
  return (found * cases) / (room * positives.length);

  function levelOf(score: number) {
    const known = byScore.get(score) ?? { cases: 0, positives: 0 };
    byScore.set(score, known);
    return known;
  }
}
