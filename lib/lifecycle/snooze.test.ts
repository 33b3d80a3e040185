import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";
import { isWorkingDay, type WorkingTime } from "#lib/working-time/working-time.ts";
import { isSnoozeTime, LONGEST_SNOOZE_DAYS, snoozeDays } from "./snooze.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;

const HOURS = [{ from: 540, to: 1020 }];
/** So many days from Monday on are worked. */
const week = (days: number) => Array.from({ length: 7 }, (_, weekday) => (weekday < days ? HOURS : []));

/** Monday to Friday, closed on the days given. */
function weekdaysBut(...holidays: string[]): WorkingTime {
  return { timeZone: "Europe/Amsterdam", week: week(5), holidays: new Set(holidays.map(day)) };
}

describe("putting a lead off", () => {
  const offered = (from: string, workingTime: WorkingTime) =>
    snoozeDays(day(from), workingTime).map(({ day, isMoved }) => `${formatEpochDay(day)}${isMoved ? " moved" : ""}`);

  // 11 March 2026 is a Wednesday.
  it.each([
    ["a Monday", "2026-03-09", ["2026-03-10", "2026-03-12", "2026-03-16"]],
    ["a Wednesday", "2026-03-11", ["2026-03-12", "2026-03-16", "2026-03-18"]],
    ["a Friday", "2026-03-13", ["2026-03-16 moved", "2026-03-18", "2026-03-20"]],
    ["a Saturday", "2026-03-14", ["2026-03-16 moved", "2026-03-18", "2026-03-23 moved"]],
  ] as const)("is on %s until the next working day, the third, or a week from then", (_, from, until) => {
    expect(offered(from, weekdaysBut())).toEqual(until);
  });

  it("passes over holidays", () => {
    // Easter Monday of 2026 is 6 April.
    expect(offered("2026-04-03", weekdaysBut("2026-04-06"))).toEqual(["2026-04-07 moved", "2026-04-09", "2026-04-10"]);
    expect(offered("2026-03-30", weekdaysBut("2026-04-06"))).toEqual(["2026-03-31", "2026-04-02", "2026-04-07 moved"]);
  });

  it("offers a Saturday to who opens on Saturdays", () => {
    expect(offered("2026-03-13", { ...weekdaysBut(), week: week(7) })[0]).toBe("2026-03-14");
  });

  it("says each day once when all is closed for long", () => {
    const closed = weekdaysBut("2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01");
    expect(offered("2026-12-25", closed)).toEqual(["2027-01-04 moved", "2027-01-06"]);
    expect(offered("2026-12-25", { ...closed, week: week(0) })).toEqual(["2027-12-26 moved"]);
  });

  it("offers days that rise, all of them worked, whatever is closed", () => {
    const anyWeek = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }).filter((days) => days.some(Boolean));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), anyWeek, fc.array(fc.nat(30)), (today, open, closed) => {
        const workingTime = {
          ...weekdaysBut(),
          week: open.map((isOpen) => (isOpen ? HOURS : [])),
          holidays: new Set(closed.map((ahead) => today + ahead)),
        };
        const days = snoozeDays(today, workingTime).map(({ day }) => day);
        expect(days.length).toBeGreaterThanOrEqual(2);
        expect([today, ...days]).toEqual([...new Set([today, ...days])].toSorted((one, other) => one - other));
        expect(days.every((each) => isWorkingDay(each, workingTime))).toBe(true);
      }),
    );
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
