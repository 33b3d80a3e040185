import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay, parseEpochDay } from "./local-day.ts";
import { instantOfWallTime } from "./wall-time.ts";
import { zoneOffset } from "./zone-offset.ts";

const HOUR = 3_600_000;
const at = (day: string, hours: number, zone = "Europe/Amsterdam") =>
  new Date(instantOfWallTime({ day: parseEpochDay(day) ?? 0, msOfDay: hours * HOUR }, zone)).toISOString();

describe("times as clocks show them", () => {
  it("follow the zone's winter and summer time", () => {
    expect(at("2026-01-15", 9)).toBe("2026-01-15T08:00:00.000Z");
    expect(at("2026-07-15", 9)).toBe("2026-07-15T07:00:00.000Z");
  });

  it("a time that clocks skip counts behind the jump", () => {
    expect(at("2026-03-29", 1.5)).toBe("2026-03-29T00:30:00.000Z");
    expect(at("2026-03-29", 2.5)).toBe("2026-03-29T01:30:00.000Z");
    expect(at("2026-03-29", 3.5)).toBe("2026-03-29T01:30:00.000Z");
  });

  it("of a time that clocks show twice, the first counts", () => {
    expect(at("2026-10-25", 2.5)).toBe("2026-10-25T00:30:00.000Z");
    expect(at("2026-10-25", 3.5)).toBe("2026-10-25T02:30:00.000Z");
  });

  it("every instant is found again from what clocks show then, but for the second of a doubled hour", () => {
    const zones = fc.constantFrom("Europe/Amsterdam", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Chatham");
    fc.assert(
      fc.property(zones, fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2035, 0) }), (zone, instant) => {
        const day = localDay(instant, zone);
        const msOfDay = instant + zoneOffset(instant, zone) - day * 24 * HOUR;
        const found = instantOfWallTime({ day, msOfDay }, zone);
        expect(found === instant || zoneOffset(found, zone) > zoneOffset(instant, zone)).toBe(true);
      }),
    );
  });
});
