import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { quarterName, quarterOf, reviewState } from "./quarter.ts";
import { successStories, type Win } from "./success-stories.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;
const DAY = 86_400_000;

describe("a quarter", () => {
  it("begins in January, April, July and October", () => {
    expect(quarterOf(day("2026-03-31"))).toBe(day("2026-01-01"));
    expect(quarterOf(day("2026-04-01"))).toBe(day("2026-04-01"));
    expect(quarterOf(day("2026-12-31"))).toBe(day("2026-10-01"));
    expect(quarterName(day("2026-10-01"))).toEqual({ year: "2026", number: 4 });
  });

  it("has its review due from its first day on, late after a month, until it is held", () => {
    const quarter = day("2026-01-01");
    expect(reviewState(quarter, [day("2025-10-01")])).toEqual({ quarter, state: "due" });
    expect(reviewState(quarter + 30, [])).toEqual({ quarter, state: "due" });
    expect(reviewState(quarter + 31, [])).toEqual({ quarter, state: "late" });
    expect(reviewState(quarter + 31, [quarter])).toEqual({ quarter, state: "held" });
  });
});

describe("a success story", () => {
  const win = (leadId: number, points: number, days: number): Win => ({
    leadId,
    name: null,
    company: null,
    handedOverAt: 0,
    wonAt: days * DAY,
    score: { combined: points * 100, cell: "A1" },
  });

  it("is a score of 60 or more that signed within eight weeks, the highest first", () => {
    const found = successStories([win(1, 60, 56), win(2, 78, 20), win(3, 59.99, 5), win(4, 90, 57)]);
    expect(found.map(({ leadId, weeks }) => [leadId, weeks])).toEqual([
      [2, 3],
      [1, 8],
    ]);
  });

  it("is none without a score, nor a deal from before the hand-over", () => {
    expect(successStories([{ ...win(1, 90, 5), score: null }, win(2, 90, -1)])).toEqual([]);
    expect(successStories([])).toEqual([]);
  });

  it("signed on the day of the hand-over took one week", () => {
    expect(successStories([win(1, 70, 0)])[0]?.weeks).toBe(1);
  });
});
