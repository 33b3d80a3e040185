import { expect, it } from "vitest";
import { isAtWork } from "./attendance.ts";
import { USUAL_WEEK } from "./week.ts";

// Monday 9 March 2026.
const MONDAY = 20_521;
const OFFICE = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set([MONDAY + 3]) };
const PRESENT = { daysOff: [], absences: [] };

it("whoever is neither off nor away works when the organisation does", () => {
  const days = [0, 1, 2, 3, 4, 5, 6].map((more) => isAtWork(MONDAY + more, PRESENT, OFFICE));
  expect(days).toEqual([true, true, true, false, true, false, false]);
});

it("a day off comes back every week", () => {
  const rep = { daysOff: [4], absences: [] };
  expect(isAtWork(MONDAY + 4, rep, OFFICE)).toBe(false);
  expect(isAtWork(MONDAY + 11, rep, OFFICE)).toBe(false);
  expect(isAtWork(MONDAY + 1, rep, OFFICE)).toBe(true);
});

it("an absence holds its first and its last day", () => {
  const rep = { daysOff: [], absences: [{ firstDay: MONDAY + 1, lastDay: MONDAY + 2 }] };
  expect([0, 1, 2, 7].map((more) => isAtWork(MONDAY + more, rep, OFFICE))).toEqual([true, false, false, true]);
});
