import type { Predictions } from "./auc.ts";

/**
 * How many times more often the best-scored share of cases (0 to 1) came true than all did. Cases that
 * tie at its edge count in proportion, as if drawn at random. null when nothing came true.
 */
export function lift({ scores, hits }: Predictions, share: number): number | null {
  const baseRate = hits.filter(Boolean).length / hits.length;
  const room = Math.max(1, Math.round(scores.length * share));
  if (!(baseRate > 0)) return null;
  const byScore = new Map<number, { cases: number; hits: number }>();
  scores.forEach((score, place) => {
    const level = byScore.get(score) ?? { cases: 0, hits: 0 };
    level.cases++;
    if (hits[place]) level.hits++;
    byScore.set(score, level);
  });
  let left = room;
  let found = 0;
  for (const [, level] of [...byScore].sort(([a], [b]) => b - a)) {
    const taken = Math.min(left, level.cases);
    found += (level.hits * taken) / level.cases;
    left -= taken;
    if (left === 0) break;
  }
  return found / room / baseRate;
}
