import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterQuiet, isQuiet } from "./quiet.ts";

const timeZone = "Europe/Amsterdam";
const at = (text: string) => Date.parse(text);
const night = { from: 22 * 60, until: 7 * 60 };
const lunch = { from: 12 * 60, until: 13 * 60 };

describe("quiet hours", () => {
  test("begin with their first minute and are over at their last", () => {
    // In November Amsterdam is an hour ahead of UTC.
    expect(isQuiet({ at: at("2026-11-23T20:59:59Z"), quiet: night, timeZone })).toBe(false);
    expect(isQuiet({ at: at("2026-11-23T21:00:00Z"), quiet: night, timeZone })).toBe(true);
    expect(isQuiet({ at: at("2026-11-24T05:59:59Z"), quiet: night, timeZone })).toBe(true);
    expect(isQuiet({ at: at("2026-11-24T06:00:00Z"), quiet: night, timeZone })).toBe(false);
  });

  test("put an alert of the night off to the morning, and leave one of the day as it is", () => {
    expect(afterQuiet({ at: at("2026-11-23T22:30:00Z"), quiet: night, timeZone })).toBe(at("2026-11-24T06:00:00Z"));
    expect(afterQuiet({ at: at("2026-11-24T03:00:10Z"), quiet: night, timeZone })).toBe(at("2026-11-24T06:00:00Z"));
    expect(afterQuiet({ at: at("2026-11-24T09:15:10Z"), quiet: night, timeZone })).toBe(at("2026-11-24T09:15:10Z"));
  });

  test("may lie within a day", () => {
    expect(afterQuiet({ at: at("2026-11-24T11:20:00Z"), quiet: lunch, timeZone })).toBe(at("2026-11-24T12:00:00Z"));
  });

  test("end by the clock on the wall in the nights in which it changes", () => {
    // 29 March: 02:00 becomes 03:00; 25 October: 03:00 becomes 02:00.
    const untilHalfPastTwo = { from: 22 * 60, until: 150 };
    const spring = { quiet: untilHalfPastTwo, timeZone, at: at("2026-03-29T00:30:00Z") };
    expect(afterQuiet(spring)).toBe(at("2026-03-29T01:00:00Z"));
    const autumn = { quiet: night, timeZone, at: at("2026-10-25T00:30:00Z") };
    expect(afterQuiet(autumn)).toBe(at("2026-10-25T06:00:00Z"));
  });

  test("that end when they begin are none", () => {
    expect(isQuiet({ at: at("2026-11-24T11:20:00Z"), quiet: { from: 60, until: 60 }, timeZone })).toBe(false);
  });

  test("never hold an alert for more than a day and an hour, and always until they are over", () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    const instant = fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z") });
    const zone = fc.constantFrom("Europe/Amsterdam", "Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns");
    fc.assert(
      fc.property(instant, minute, minute, zone, (raised, from, until, timeZone) => {
        const quiet = { from, until };
        const due = afterQuiet({ at: raised, quiet, timeZone });
        expect(isQuiet({ at: due, quiet, timeZone })).toBe(false);
        expect(due).toBeGreaterThanOrEqual(raised);
        expect(due - raised).toBeLessThanOrEqual(25 * 3_600_000);
        // Just before it was quiet, unless it did not wait at all.
        if (due > raised) expect(isQuiet({ at: due - 1, quiet, timeZone })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
