import { expect, it } from "vitest";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { isOverdue } from "./overdue.ts";

const OFFICE = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set<number>() };
const isLate = (since: string, at: string, waitMinutes = 30) =>
  isOverdue({ since: Date.parse(since), at: Date.parse(at) }, { waitMinutes }, OFFICE);

it("a lead that has waited exactly as long as the rule allows has waited long enough", () => {
  expect(isLate("2026-03-10T09:00:00Z", "2026-03-10T09:29:59.999Z")).toBe(false);
  expect(isLate("2026-03-10T09:00:00Z", "2026-03-10T09:30:00Z")).toBe(true);
});

it("nights and weekends do not count: from Friday 17:15, 15 minutes that day and 15 on Monday", () => {
  expect(isLate("2026-03-13T16:15:00Z", "2026-03-16T07:44:00Z")).toBe(false);
  expect(isLate("2026-03-13T16:15:00Z", "2026-03-16T07:45:00Z")).toBe(true);
});
