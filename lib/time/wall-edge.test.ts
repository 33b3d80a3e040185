import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEpochDay, startOfDay } from "./local-day.ts";
import { edgeOfWallTime } from "./wall-edge.ts";
import { zoneOffset } from "./zone-offset.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (day: string, hours: number, zone = "Europe/Amsterdam") =>
  new Date(edgeOfWallTime({ day: parseEpochDay(day) ?? 0, msOfDay: hours * HOUR }, zone)).toISOString();

describe("the edge of a time on the wall", () => {
  it("a time that clocks skip begins at the jump", () => {
    expect(at("2026-03-29", 1.5)).toBe("2026-03-29T00:30:00.000Z");
    expect(at("2026-03-29", 2.25)).toBe("2026-03-29T01:00:00.000Z");
    expect(at("2026-03-29", 2.75)).toBe("2026-03-29T01:00:00.000Z");
    expect(at("2026-03-29", 3.5)).toBe("2026-03-29T01:30:00.000Z");
  });

  it("a time that clocks show twice begins the first time", () => {
    expect(at("2026-10-25", 2.5)).toBe("2026-10-25T00:30:00.000Z");
    expect(at("2026-10-25", 3)).toBe("2026-10-25T02:00:00.000Z");
  });

  it("a day that a zone left out has no length", () => {
    expect(at("2011-12-30", 9, "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z");
    expect(at("2011-12-30", 17, "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z");
    expect(at("2011-12-31", 0, "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z");
  });

  it("a day begins at its first instant", () => {
    const zones = fc.constantFrom("Europe/Amsterdam", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Chatham");
    fc.assert(
      fc.property(zones, fc.integer({ min: 11_000, max: 22_000 }), (zone, day) => {
        expect(edgeOfWallTime({ day, msOfDay: 0 }, zone)).toBe(startOfDay(day, zone));
      }),
    );
  });

  it("later times never begin earlier, and nothing that clocks show before an edge is as late", () => {
    const zones = fc.constantFrom("Europe/Amsterdam", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia");
    const time = fc.integer({ min: 15_000 * DAY, max: 22_000 * DAY });
    fc.assert(
      fc.property(zones, time, fc.integer({ min: 0, max: 3 * HOUR }), (zone, wall, more) => {
        const edge = (ms: number) => edgeOfWallTime({ day: Math.floor(ms / DAY), msOfDay: ms % DAY }, zone);
        expect(edge(wall + more)).toBeGreaterThanOrEqual(edge(wall));
        expect(edge(wall) + zoneOffset(edge(wall), zone)).toBeGreaterThanOrEqual(wall);
        const before = edge(wall) - 1 - more;
        expect(before + zoneOffset(before, zone)).toBeLessThan(wall);
      }),
    );
  });
});
