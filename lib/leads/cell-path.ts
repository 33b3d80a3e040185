import type { DayScore } from "./score-history.ts";

/** Where a lead stood from a day on, in centipoints. */
export type PathPoint = {
  readonly day: number;
  readonly fit: number;
  readonly engagement: number;
  readonly cell: string;
};

export type CellPath = {
  /** One point for each day on which the scores changed, in order of time. */
  readonly points: readonly PathPoint[];
  /** The days on which the lead came into another cell, the first of all included. */
  readonly entries: readonly PathPoint[];
};

/** The way through the matrix that the scores of some days describe; days without a score are left out. */
export function cellPath(days: readonly DayScore[]): CellPath {
  const points: PathPoint[] = [];
  const entries: PathPoint[] = [];
  for (const { day, score } of days) {
    if (!score) continue;
    const { fit, engagement, cell } = score;
    const last = points.at(-1);
    const point = { day, fit, engagement, cell };
    if (!last || last.fit !== fit || last.engagement !== engagement || last.cell !== cell) points.push(point);
    if (last?.cell !== cell) entries.push(point);
  }
  return { points, entries };
}
