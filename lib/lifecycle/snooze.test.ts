import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { isSnoozeDay, LONGEST_SNOOZE_DAYS, snoozeDay } from "./snooze.ts";

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
    const today = day("2026-03-12");
    expect(isSnoozeDay(today, today)).toBe(false);
    expect(isSnoozeDay(today + 1, today)).toBe(true);
    expect(isSnoozeDay(today + LONGEST_SNOOZE_DAYS, today)).toBe(true);
    expect(isSnoozeDay(today + LONGEST_SNOOZE_DAYS + 1, today)).toBe(false);
  });
});
