import { describe, expect, it } from "vitest";
import { ratesDiffer, weeklyRate } from "./rate.ts";

describe("a rate with its interval", () => {
  // Reference: the roots m of (count - m)^2 = z^2 m, found by bisection, over the weeks.
  it.each([
    { count: 10, days: 7, low: bisect(10, 0, 10), high: bisect(10, 10, 40) },
    { count: 40, days: 56, low: bisect(40, 0, 40) / 8, high: bisect(40, 40, 120) / 8 },
    { count: 3, days: 10.5, low: bisect(3, 0, 3) / 1.5, high: bisect(3, 3, 20) / 1.5 },
  ])("$count in $days days", ({ count, days, low, high }) => {
    const rate = weeklyRate({ count, days });
    expect(rate.perWeek).toBeCloseTo((count * 7) / days, 12);
    expect(rate.low).toBeCloseTo(low, 6);
    expect(rate.high).toBeCloseTo(high, 6);
  });
  it("none is not certainly none", () => {
    // z^2 = 3.8415.
    expect(weeklyRate({ count: 0, days: 7 })).toMatchObject({ low: 0, high: expect.closeTo(3.8415, 4) });
  });
});

describe("two rates", () => {
  const rate = (count: number, days: number) => weeklyRate({ count, days });
  it("of spans of other lengths are compared by their days", () => {
    // 30 in 30 days and 10 in 10 are the same; 30 and 30 are not: 60 at 3 to 1 expects 45, with an error of 3.35.
    expect(ratesDiffer(rate(30, 30), rate(10, 10))).toBe(false);
    expect(ratesDiffer(rate(30, 30), rate(30, 10))).toBe(true);
  });
  it("differ where chance does not explain it: 60 and 40 in equal spans lie 2 errors apart, 59 and 41 lie 1.8", () => {
    expect(ratesDiffer(rate(60, 14), rate(40, 14))).toBe(true);
    expect(ratesDiffer(rate(59, 14), rate(41, 14))).toBe(false);
  });
  it("of nothing do not differ", () => {
    expect(ratesDiffer(rate(0, 7), rate(0, 7))).toBe(false);
  });
});

/** Where (count - m)^2 equals z^2 m between two ends. */
function bisect(count: number, from: number, to: number): number {
  const over = (m: number) => (count - m) ** 2 - 3.841458820694124 * m;
  let [low, high] = [from, to];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (over(low) > 0 === over(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}
