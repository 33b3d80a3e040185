import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay } from "./local-day.ts";
import { nextMidnight } from "./midnight.ts";

const HOUR = 3_600_000;
const next = (instant: string, zone = "Europe/Amsterdam") =>
  new Date(nextMidnight(Date.parse(instant), zone)).toISOString();

describe("the next midnight", () => {
  it("is the end of the local day, and at midnight itself the one after", () => {
    expect(next("2026-03-11T12:00:00Z")).toBe("2026-03-11T23:00:00.000Z");
    expect(next("2026-03-11T22:59:59.999Z")).toBe("2026-03-11T23:00:00.000Z");
    expect(next("2026-03-11T23:00:00Z")).toBe("2026-03-12T23:00:00.000Z");
  });

  it("comes after 23 hours when summer time begins and after 25 when it ends", () => {
    expect(next("2026-03-28T23:00:00Z")).toBe("2026-03-29T22:00:00.000Z");
    expect(next("2026-10-24T22:00:00Z")).toBe("2026-10-25T23:00:00.000Z");
  });

  it("is not on the hour in zones of a half and a quarter hour", () => {
    expect(next("2026-03-11T12:00:00Z", "Asia/Kolkata")).toBe("2026-03-11T18:30:00.000Z");
    expect(next("2026-03-11T12:00:00Z", "Asia/Kathmandu")).toBe("2026-03-11T18:15:00.000Z");
    expect(next("2026-04-04T13:00:00Z", "Australia/Lord_Howe")).toBe("2026-04-05T13:30:00.000Z");
  });

  it("ends 29 February where there is one", () => {
    expect(next("2028-02-28T23:30:00Z")).toBe("2028-02-29T23:00:00.000Z");
    expect(next("2027-02-28T12:00:00Z")).toBe("2027-02-28T23:00:00.000Z");
  });

  it("is the end of the jump where clocks jump over it", () => {
    expect(next("2018-11-03T12:00:00Z", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z");
  });

  it("is the one that stays where clocks go back over it", () => {
    // St. John's went back an hour at 00:01, 02:31 UTC: the new day had lasted a minute.
    expect(next("2010-11-07T02:00:00Z", "America/St_Johns")).toBe("2010-11-07T03:30:00.000Z");
    expect(next("2010-11-07T02:45:00Z", "America/St_Johns")).toBe("2010-11-07T03:30:00.000Z");
    expect(next("2010-11-07T02:30:30Z", "America/St_Johns")).toBe("2010-11-08T03:30:00.000Z");
  });

  it("is at most 25 hours away, on another day than the instant before it", () => {
    const zones = ["Europe/Amsterdam", "Australia/Lord_Howe", "America/Havana", "Asia/Kolkata", "Pacific/Chatham"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2035, 0) }),
        (zone, instant) => {
          const midnight = nextMidnight(instant, zone);
          expect(midnight).toBeGreaterThan(instant);
          expect(midnight - instant).toBeLessThanOrEqual(25 * HOUR);
          expect(localDay(midnight, zone)).toBe(localDay(midnight - 1, zone) + 1);
        },
      ),
      { numRuns: process.env.VOORRANG_LONG === "1" ? 10_000 : 300 },
    );
  });
});
