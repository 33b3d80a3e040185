import fc from "fast-check";
import { expect, it } from "vitest";
import { localDay } from "./local-day.ts";
import { localHour } from "./local-hour.ts";
import { dayOfHour, hourOfDay, localHours } from "./local-hours.ts";

it("are the day and the hour of each instant, where clocks change within an hour of UTC too, and none of what is no number", () => {
  const zone = fc.constantFrom("UTC", "Europe/Amsterdam", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns");
  const instant = fc.oneof(
    fc.integer({ min: -1e12, max: 4e12 }),
    fc.integer({ min: 1_775_300_000_000, max: 1_775_330_000_000 }),
  );
  fc.assert(
    fc.property(fc.array(instant), zone, (instants, timeZone) => {
      const hours = localHours(Float64Array.from([...instants, Number.NaN]), timeZone);
      expect(hours.at(-1)).toBe(0);
      for (const [place, at] of instants.entries()) {
        const hour = hours[place] ?? Number.NaN;
        expect([dayOfHour(hour), hourOfDay(hour)]).toEqual([localDay(at, timeZone), localHour(at, timeZone)]);
      }
    }),
  );
});
