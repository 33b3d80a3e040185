import { type Level, positivesAmongBest } from "./levels.ts";

/** One slice of the cases in order of score; the first slice holds the best. */
export type LiftSlice = {
  readonly cases: number;
  /** Not whole where cases tie at the slice's edge: they count in proportion. */
  readonly positives: number;
  readonly rate: number;
  readonly lift: number;
  /** Share of all positives in this slice and the better ones, 0 to 1. */
  readonly caught: number;
};

/** Cases by score in slices of equal size (to a case), with how often each had the outcome; none when nobody had it. */
export function liftTable(levels: readonly Level[], slices: number): LiftSlice[] {
  const positives = levels.reduce((sum, level) => sum + level.positives, 0);
  const cases = levels.reduce((sum, level) => sum + level.cases, 0);
  if (positives === 0) return [];
  const edges = Array.from({ length: slices + 1 }, (_, place) => Math.round((cases * place) / slices));
  const foundUntil = edges.map((edge) => positivesAmongBest(levels, edge));
  return edges.slice(1).flatMap((edge, place) => {
    const size = edge - (edges[place] ?? 0);
    if (size === 0) return [];
    const untilHere = foundUntil[place + 1] ?? 0;
    const found = untilHere - (foundUntil[place] ?? 0);
    const rate = found / size;
    return [{ cases: size, positives: found, rate, lift: (rate * cases) / positives, caught: untilHere / positives }];
  });
}
