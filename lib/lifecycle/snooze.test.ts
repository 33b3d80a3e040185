import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import type { WorkingTime } from "#lib/working-time/working-time.ts";
import { isSnoozeTime, LONGEST_SNOOZE_DAYS, snoozeDays } from "./snooze.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;

/** Monday to Friday, closed on the days given. */
function weekdaysBut(...holidays: string[]): WorkingTime {
  const hours = [{ from: 540, to: 1020 }];
  return {
    timeZone: "Europe/Amsterdam",
    week: [hours, hours, hours, hours, hours, [], []],
    holidays: new Set(holidays.map(day)),
  };
}

describe("putting a lead off", () => {
  // 11 March 2026 is a Wednesday.
  it.each([
    ["tomorrow", "2026-03-11", "2026-03-12"],
    ["in_three_days", "2026-03-10", "2026-03-13"],
    ["next_week", "2026-03-11", "2026-03-16"],
    ["next_week", "2026-03-15", "2026-03-16"],
    ["next_week", "2026-03-16", "2026-03-23"],
  ] as const)("until %s from %s is until %s", (choice, from, until) => {
    expect(snoozeDays(day(from), weekdaysBut())[choice]).toEqual({ day: day(until), isMoved: false });
  });

  // Easter Monday of 2026 is 6 April.
  it.each([
    ["in_three_days", "2026-03-11", "2026-03-16"],
    ["in_three_days", "2026-03-12", "2026-03-16"],
    ["tomorrow", "2026-03-13", "2026-03-16"],
    ["tomorrow", "2026-04-03", "2026-04-07"],
    ["in_three_days", "2026-04-03", "2026-04-07"],
    ["next_week", "2026-04-02", "2026-04-07"],
  ] as const)("until %s from %s, on which nobody works, is until %s", (choice, from, until) => {
    expect(snoozeDays(day(from), weekdaysBut("2026-04-06"))[choice]).toEqual({ day: day(until), isMoved: true });
  });

  it("offers a Saturday to who opens on Saturdays", () => {
    const hours = [{ from: 540, to: 1020 }];
    const daily: WorkingTime = { ...weekdaysBut(), week: Array.from({ length: 7 }, () => hours) };
    expect(snoozeDays(day("2026-03-13"), daily).tomorrow).toEqual({ day: day("2026-03-14"), isMoved: false });
  });

  it("offers no day further ahead than one may plan, however long all is closed", () => {
    const never = { ...weekdaysBut(), week: Array.from({ length: 7 }, () => []) };
    expect(snoozeDays(1000, never).tomorrow.day).toBe(1000 + LONGEST_SNOOZE_DAYS);
  });

  it("takes a day after today, at most a year ahead", () => {
    const now = { day: day("2026-03-12"), minute: 600 };
    const isFine = (days: number, minute: number | null = null) => isSnoozeTime({ day: now.day + days, minute }, now);
    expect([isFine(-1), isFine(0), isFine(1)]).toEqual([false, false, true]);
    expect([isFine(LONGEST_SNOOZE_DAYS), isFine(LONGEST_SNOOZE_DAYS + 1)]).toEqual([true, false]);
    expect(isFine(1, 0)).toBe(true);
  });

  it("takes a later time of the same day, not one that has passed", () => {
    const now = { day: day("2026-03-12"), minute: 600 };
    expect(isSnoozeTime({ day: now.day, minute: 600 }, now)).toBe(false);
    expect(isSnoozeTime({ day: now.day, minute: 601 }, now)).toBe(true);
    expect(isSnoozeTime({ day: now.day - 1, minute: 601 }, now)).toBe(false);
  });
});
