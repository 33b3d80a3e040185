import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { isSnoozeTime, LONGEST_SNOOZE_DAYS, snoozeDay } from "./snooze.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;

describe("putting a lead off", () => {
  it.each([
    ["tomorrow", "2026-03-12", "2026-03-13"],
    ["in_three_days", "2026-03-12", "2026-03-15"],
    // 12 March 2026 is a Thursday.
    ["next_week", "2026-03-12", "2026-03-16"],
    ["next_week", "2026-03-15", "2026-03-16"],
    ["next_week", "2026-03-16", "2026-03-23"],
  ] as const)("until %s from %s is until %s", (choice, from, until) => {
    expect(snoozeDay(choice, day(from))).toBe(day(until));
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
