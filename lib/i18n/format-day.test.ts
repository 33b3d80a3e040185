import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { formatDay, formatTime } from "./format-day.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;
const TODAY = day("2026-03-12");

describe("a day in words", () => {
  it.each([
    ["nl", "weekday", "donderdag"],
    ["nl", "full", "donderdag 12 maart"],
    ["nl", "long", "12 maart"],
    ["nl", "short", "12 mrt"],
    ["en", "full", "Thursday 12 March"],
    ["en", "short", "12 Mar"],
  ] as const)("in %s, %s, is %s", (locale, style, words) => {
    expect(formatDay(TODAY, { locale, style })).toBe(words);
  });

  it("names the year when it is another one", () => {
    const christmas = day("2025-12-25");
    expect(formatDay(christmas, { locale: "nl", style: "long", today: TODAY })).toBe("25 december 2025");
    expect(formatDay(christmas, { locale: "en", style: "short", today: christmas })).toBe("25 Dec");
  });
});

describe("a time of day", () => {
  it("is that of the organisation's zone, midnight as 00:00", () => {
    const instant = Date.parse("2026-03-12T23:00:00Z");
    expect(formatTime(instant, { locale: "nl", timeZone: "Europe/Amsterdam" })).toBe("00:00");
    expect(formatTime(instant, { locale: "en", timeZone: "Asia/Kathmandu" })).toBe("04:45");
  });
});
