import fc from "fast-check";
import { expect, it } from "vitest";
import { localDay } from "./local-day.ts";
import { LocalDays } from "./local-days.ts";

const ZONES = [
  "Europe/Amsterdam",
  "Australia/Lord_Howe",
  "America/Havana",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
];

it("days of many instants are those of each alone, in any zone and at any time", () => {
  const days = new Map(ZONES.map((zone) => [zone, new LocalDays(zone)] as const));
  const someInstant = fc.oneof(
    fc.integer({ min: Date.UTC(1965, 0), max: Date.UTC(2120, 0) }),
    // Around midnights, and in the week in which Samoa left out a day.
    fc
      .record({
        day: fc.integer({ min: 14_000, max: 22_000 }),
        ms: fc.integer({ min: -60_000, max: 60_000 }),
        hours: fc.integer({ min: -14, max: 12 }),
      })
      .map(({ day, ms, hours }) => day * 86_400_000 + hours * 3_600_000 + ms),
    fc.integer({ min: Date.UTC(2011, 11, 28), max: Date.UTC(2012, 0, 2) }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), someInstant, (zone, instant) => {
      expect(days.get(zone)?.dayOf(instant)).toBe(localDay(instant, zone));
    }),
    { numRuns: process.env.VOORRANG_LONG === "1" ? 50_000 : 1000 },
  );
});
