import { expect, test } from "vitest";
import { leadsAlike } from "./example-leads.ts";
import { qualityOf } from "./figures.ts";
import type { QualityDay } from "./report.ts";
import { trendOf } from "./trend.ts";

/** A day on which the middle lead was so old; null: there were no leads. */
function dayOf(day: number, ageDays: number | null): QualityDay {
  const alike = ageDays === null ? [] : [leadsAlike({ ageDays })];
  return { day, figures: qualityOf({ alike, required: [], groups: [], knowsBounces: false }) };
}

test("a trend goes from the oldest day on, and leaves out days without a number", () => {
  expect(trendOf([dayOf(102, 5), dayOf(101, null), dayOf(100, 7)], "age")).toEqual([
    { day: 100, value: 7 },
    { day: 102, value: 5 },
  ]);
  expect(trendOf([dayOf(100, 7)], "bounces")).toEqual([]);
});

test("over more than two months it goes by the newest day of each week", () => {
  // Monday 5 January 1970 is day 4; seventy days from there are ten whole weeks, each to its Sunday.
  const days = Array.from({ length: 70 }, (_, at) => dayOf(4 + at, at));
  const points = trendOf(days, "age");
  expect(points).toHaveLength(10);
  expect(points.slice(0, 2)).toEqual([
    { day: 10, value: 6 },
    { day: 17, value: 13 },
  ]);
});
