import { describe, expect, test } from "vitest";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { isDigestDue, isMonthMorning, workingDayBefore } from "./digest.ts";

const EIGHT = 480;

describe("the digest of a working day", () => {
  test("comes at its time, and not hours later", () => {
    const made = (minute: number) => isDigestDue({ minute, digestAt: EIGHT, lacksList: false });
    expect([EIGHT - 1, EIGHT, EIGHT + 179, EIGHT + 180].map(made)).toEqual([false, true, true, false]);
  });
  test("waits for the list of the day, though no longer than an hour and a half", () => {
    const unmade = (minute: number) => isDigestDue({ minute, digestAt: EIGHT, lacksList: true });
    expect([EIGHT, EIGHT + 89, EIGHT + 90].map(unmade)).toEqual([false, false, true]);
  });
});

test("the working day before a Monday is the Friday, and over a holiday the day before that", () => {
  // Monday 9 March 2026.
  const monday = 20_521;
  const office = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set<number>() };
  expect(workingDayBefore(monday, office)).toBe(monday - 3);
  expect(workingDayBefore(monday + 1, office)).toBe(monday);
  expect(workingDayBefore(monday, { ...office, holidays: new Set([monday - 3]) })).toBe(monday - 4);
});

test("a month is told of on working days among the first ten of the next", () => {
  const office = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set<number>() };
  // Sunday 1 March 2026.
  const first = 20_513;
  const mornings = Array.from({ length: 14 }, (_, day) => first + day).filter((day) => isMonthMorning(day, office));
  expect(mornings.map((day) => day - first + 1)).toEqual([2, 3, 4, 5, 6, 9, 10]);
});
