import { describe, expect, it } from "vitest";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { firstMomentOf, inTurn } from "./first-moment.ts";

// Monday 9 March 2026; the 27th of April, a Monday, is a holiday.
const MONDAY = 20_521;
const OFFICE = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set([20_570]) };
const iso = (day: number) => {
  const at = firstMomentOf(day, OFFICE);
  return at === null ? null : new Date(at).toISOString();
};

describe("the first working moment of a day", () => {
  it("is its opening, by the clock on the wall in winter and in summer", () => {
    expect(iso(MONDAY)).toBe("2026-03-09T07:30:00.000Z");
    // The clocks went ahead on Sunday 29 March.
    expect(iso(MONDAY + 21)).toBe("2026-03-30T06:30:00.000Z");
  });

  it("is none in a weekend or on a holiday", () => {
    expect([MONDAY + 5, MONDAY + 6, 20_570].map(iso)).toEqual([null, null, null]);
  });
});

describe("who gets a list first", () => {
  it("is another one each day, and everybody gets one", () => {
    expect([0, 1, 2, 3].map((day) => inTurn(["a", "b", "c"], day).join(""))).toEqual(["abc", "bca", "cab", "abc"]);
    expect(inTurn([], 5)).toEqual([]);
  });
});
