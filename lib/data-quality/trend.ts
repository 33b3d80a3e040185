import { type Measure, measured } from "./figures.ts";
import type { QualityDay } from "./report.ts";

export type QualityPoint = { readonly day: number; readonly value: number };

/** More points than this are a smear: of weeks there are fewer. */
const MOST_DAYS = 62;
const WEEK = 7;
/** 1 January 1970 was a Thursday. */
const DAYS_SINCE_MONDAY = 3;

/**
 * How a figure went, oldest first: day by day, and over longer times by the newest day of each week. Days on
 * which there was nothing to measure are left out.
 */
export function trendOf(days: readonly QualityDay[], measure: Measure): QualityPoint[] {
  const points = days
    .flatMap(({ day, figures }) => {
      const value = measured(figures, measure);
      return value === null ? [] : [{ day, value }];
    })
    .sort((one, other) => one.day - other.day);
  if (points.length <= MOST_DAYS) return points;
  return [...new Map(points.map((point) => [Math.floor((point.day + DAYS_SINCE_MONDAY) / WEEK), point])).values()];
}
