/** Scores of those with the outcome and of those without, in any unit. */
export type Outcomes = { readonly positives: readonly number[]; readonly negatives: readonly number[] };

/** All cases with one score. */
export type Level = { readonly score: number; readonly cases: number; readonly positives: number };

/** Cases by score, the highest first. */
export function levelsOf({ positives, negatives }: Outcomes): Level[] {
  const byScore = new Map<number, { score: number; cases: number; positives: number }>();
  const count = (score: number, positive: number) => {
    const level = byScore.get(score) ?? { score, cases: 0, positives: 0 };
    level.cases++;
    level.positives += positive;
    byScore.set(score, level);
  };
  for (const score of positives) count(score, 1);
  for (const score of negatives) count(score, 0);
  return [...byScore.values()].sort((one, other) => other.score - one.score);
}

type ScoredRows = {
  /** Whole numbers from 0 on, by row. */
  readonly scores: Int32Array;
  /** Not 0 where the row had the outcome. */
  readonly happened: Int32Array;
  /** How often each row counts. */
  readonly weights: Uint16Array | Uint8Array;
};

/** As `levelsOf`, of many rows of which some count more than once, or not at all. */
export function levelsOfRows({ scores, happened, weights }: ScoredRows): Level[] {
  const highest = scores.reduce((most, score) => Math.max(most, score), 0);
  const cases = new Int32Array(highest + 1);
  const positives = new Int32Array(highest + 1);
  for (let row = 0; row < scores.length; row++) {
    const weight = weights[row] ?? 0;
    const score = scores[row] ?? 0;
    cases[score] = (cases[score] ?? 0) + weight;
    if (happened[row] !== 0) positives[score] = (positives[score] ?? 0) + weight;
  }
  const levels: Level[] = [];
  for (let score = highest; score >= 0; score--) {
    const of = cases[score] ?? 0;
    if (of > 0) levels.push({ score, cases: of, positives: positives[score] ?? 0 });
  }
  return levels;
}

/**
 * How many of the best-scored cases had the outcome. Cases that tie at the edge count in proportion,
 * as if drawn at random, so the number need not be whole.
 */
export function positivesAmongBest(levels: readonly Level[], cases: number): number {
  let left = cases;
  let found = 0;
  for (const level of levels) {
    const taken = Math.min(left, level.cases);
    found += (level.positives * taken) / level.cases;
    left -= taken;
    if (left <= 0) break;
  }
  return found;
}
