import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEpochDay, localDay, parseEpochDay, startOfDay } from "./local-day.ts";

const HOUR = 3_600_000;
const day = (text: string) => parseEpochDay(text) ?? Number.NaN;
const hoursOf = (text: string, zone: string) => (startOfDay(day(text) + 1, zone) - startOfDay(day(text), zone)) / HOUR;

describe("local days", () => {
  it("a day begins at local midnight, not at midnight UTC", () => {
    expect(localDay(Date.parse("2026-03-11T22:59:59.999Z"), "Europe/Amsterdam")).toBe(day("2026-03-11"));
    expect(localDay(Date.parse("2026-03-11T23:00:00Z"), "Europe/Amsterdam")).toBe(day("2026-03-12"));
    expect(startOfDay(day("2026-03-12"), "Europe/Amsterdam")).toBe(Date.parse("2026-03-11T23:00:00Z"));
  });

  it("the day summer time begins has 23 hours, the day it ends has 25", () => {
    expect(hoursOf("2026-03-29", "Europe/Amsterdam")).toBe(23);
    expect(hoursOf("2026-10-25", "Europe/Amsterdam")).toBe(25);
    expect(localDay(Date.parse("2026-03-29T21:59:59Z"), "Europe/Amsterdam")).toBe(day("2026-03-29"));
    expect(localDay(Date.parse("2026-03-29T22:00:00Z"), "Europe/Amsterdam")).toBe(day("2026-03-30"));
    expect(localDay(Date.parse("2026-10-25T22:59:59Z"), "Europe/Amsterdam")).toBe(day("2026-10-25"));
    expect(localDay(Date.parse("2026-10-25T23:00:00Z"), "Europe/Amsterdam")).toBe(day("2026-10-26"));
  });

  it("zones of a half and of a quarter hour have their own midnight", () => {
    expect(startOfDay(day("2026-03-12"), "Asia/Kolkata")).toBe(Date.parse("2026-03-11T18:30:00Z"));
    expect(startOfDay(day("2026-03-12"), "Asia/Kathmandu")).toBe(Date.parse("2026-03-11T18:15:00Z"));
  });

  it("a zone that changes by half an hour, in the middle of an hour of UTC, is followed to the second", () => {
    expect(hoursOf("2026-04-05", "Australia/Lord_Howe")).toBe(24.5);
    expect(hoursOf("2026-10-04", "Australia/Lord_Howe")).toBe(23.5);
  });

  it("where clocks jump over midnight, the day begins when the jump ends", () => {
    expect(startOfDay(day("2018-11-04"), "America/Sao_Paulo")).toBe(Date.parse("2018-11-04T03:00:00Z"));
    expect(hoursOf("2018-11-04", "America/Sao_Paulo")).toBe(23);
  });

  it("a day that a zone left out begins where the next one does", () => {
    expect(startOfDay(day("2011-12-30"), "Pacific/Apia")).toBe(startOfDay(day("2011-12-31"), "Pacific/Apia"));
  });

  it("29 February exists every fourth year", () => {
    expect(parseEpochDay("2028-02-29")).toBe(day("2028-02-28") + 1);
    expect(parseEpochDay("2027-02-29")).toBeNull();
  });

  it("only whole ISO dates are dates", () => {
    for (const text of ["", "2026-3-12", "12-03-2026", "2026-13-01", "2026-03-12T00:00", " 2026-03-12"])
      expect(parseEpochDay(text)).toBeNull();
    expect(parseEpochDay("1970-01-01")).toBe(0);
    expect(formatEpochDay(-1)).toBe("1969-12-31");
  });

  it("a zone that does not exist is refused", () => {
    expect(() => localDay(0, "Europe/Nowhere")).toThrow(RangeError);
  });

  it("the first instant of a day is on that day and the one before is not", () => {
    const zones = [
      "Europe/Amsterdam",
      "Australia/Lord_Howe",
      "America/Havana",
      "Asia/Kolkata",
      "Pacific/Chatham",
      "UTC",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 11_000, max: 24_000 }), (zone, epochDay) => {
        const start = startOfDay(epochDay, zone);
        expect(localDay(start, zone)).toBe(epochDay);
        expect(localDay(start - 1, zone)).toBe(epochDay - 1);
      }),
      { numRuns: process.env.VOORRANG_LONG === "1" ? 10_000 : 300 },
    );
  });

  it("agrees with the calendar of the platform at any instant", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("Europe/Amsterdam", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"),
        fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2040, 0) }),
        (zone, instant) => {
          const iso = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(instant);
          expect(formatEpochDay(localDay(instant, zone))).toBe(iso);
        },
      ),
      { numRuns: process.env.VOORRANG_LONG === "1" ? 10_000 : 300 },
    );
  });
});
