import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay, parseEpochDay } from "#lib/time/local-day.ts";
import { zoneOffset } from "#lib/time/zone-offset.ts";
import { USUAL_WEEK, weekSchema } from "./week.ts";
import {
  addWorkingMinutes,
  isWorkingDay,
  openingAtOrAfter,
  type Span,
  type WorkingTime,
  weekdayOf,
  workingMinutesBetween,
} from "./working-time.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;
const ms = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString();

const OFFICE = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set([day("2026-04-27")]) };
const allDay = [{ from: 0, to: 1440 }];
const ALWAYS = { ...OFFICE, week: Array.from({ length: 7 }, () => allDay), holidays: new Set<number>() };

describe("days", () => {
  it("weekdays count from Monday", () => {
    expect(weekdayOf(day("2026-03-09"))).toBe(0);
    expect(weekdayOf(day("2026-03-15"))).toBe(6);
    expect(weekdayOf(day("1969-12-29"))).toBe(0);
  });

  it("a holiday, like a weekend, is no working day", () => {
    expect(isWorkingDay(day("2026-04-24"), OFFICE)).toBe(true);
    expect(isWorkingDay(day("2026-04-25"), OFFICE)).toBe(false);
    expect(isWorkingDay(day("2026-04-27"), OFFICE)).toBe(false);
  });
});

describe("the next opening", () => {
  it("within opening hours it is now; at closing time it is not", () => {
    expect(iso(openingAtOrAfter(ms("2026-03-10T07:30:00Z"), OFFICE))).toBe("2026-03-10T07:30:00.000Z");
    expect(iso(openingAtOrAfter(ms("2026-03-10T16:29:59Z"), OFFICE))).toBe("2026-03-10T16:29:59.000Z");
    expect(iso(openingAtOrAfter(ms("2026-03-10T16:30:00Z"), OFFICE))).toBe("2026-03-11T07:30:00.000Z");
  });

  it("from Friday night over a holiday Monday it is Tuesday morning", () => {
    expect(iso(openingAtOrAfter(ms("2026-04-24T20:00:00Z"), OFFICE))).toBe("2026-04-28T06:30:00.000Z");
  });
});

describe("working minutes", () => {
  it("60 minutes from 17:10 on a Thursday: 20 that day, 40 from 8:30 on Friday, so 9:10", () => {
    expect(iso(addWorkingMinutes(ms("2026-03-12T16:10:00Z"), 60, OFFICE))).toBe("2026-03-13T08:10:00.000Z");
    expect(workingMinutesBetween(ms("2026-03-12T16:10:00Z"), ms("2026-03-13T08:10:00Z"), OFFICE)).toBe(60);
  });

  it("used up exactly at closing time they end there, not at the next opening", () => {
    expect(iso(addWorkingMinutes(ms("2026-03-13T16:00:00Z"), 30, OFFICE))).toBe("2026-03-13T16:30:00.000Z");
  });

  it("from Friday 17:00 over the weekend that the clocks jump ahead, and over a holiday Monday", () => {
    const wt = { ...OFFICE, holidays: new Set([day("2026-03-30")]) };
    // 30 minutes on Friday (CET), then 15 from 8:30 on Tuesday, which is 6:30 UTC by now.
    expect(iso(addWorkingMinutes(ms("2026-03-27T16:00:00Z"), 45, wt))).toBe("2026-03-31T06:45:00.000Z");
  });

  it("a break at noon does not count", () => {
    const week = weekSchema.parse(
      USUAL_WEEK.map((spans) =>
        spans.length > 0
          ? [
              { from: 540, to: 720 },
              { from: 780, to: 1020 },
            ]
          : [],
      ),
    );
    expect(iso(addWorkingMinutes(ms("2026-03-10T10:50:00Z"), 30, { ...OFFICE, week }))).toBe(
      "2026-03-10T12:20:00.000Z",
    );
  });

  it("who never closes works 23 hours on the day that clocks jump ahead, and 25 when they fall back", () => {
    const spring = [ms("2026-03-28T23:00:00Z"), ms("2026-03-29T22:00:00Z")] as const;
    const autumn = [ms("2026-10-24T22:00:00Z"), ms("2026-10-25T23:00:00Z")] as const;
    expect(workingMinutesBetween(...spring, ALWAYS)).toBe(23 * 60);
    expect(workingMinutesBetween(...autumn, ALWAYS)).toBe(25 * 60);
  });

  it("opening hours within the hour that clocks skip do not exist that day", () => {
    const night = { ...ALWAYS, week: ALWAYS.week.map(() => [{ from: 130, to: 170 }]) };
    expect(workingMinutesBetween(ms("2026-03-29T00:00:00Z"), ms("2026-03-29T12:00:00Z"), night)).toBe(0);
    expect(iso(openingAtOrAfter(ms("2026-03-29T00:00:00Z"), night))).toBe("2026-03-30T00:10:00.000Z");
  });

  it("an organisation that never works is a broken rule, not an endless search", () => {
    expect(() => openingAtOrAfter(0, { ...OFFICE, week: [[], [], [], [], [], [], []] })).toThrow();
  });
});

describe("whatever the hours, the zone and the day", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 400 }))
    .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
  const spans = fc.array(span, { maxLength: 3 }).map((list) => {
    const kept: Span[] = [];
    for (const next of list.toSorted((a, b) => a.from - b.from))
      if (next.from > (kept.at(-1)?.to ?? -1)) kept.push(next);
    return kept;
  });
  const week = fc
    .array(spans, { minLength: 7, maxLength: 7 })
    .filter((days) => days.some((list) => list.some(({ from, to }) => from < 60 || to > 240)));
  const from = fc.integer({ min: ms("2026-03-20T00:00:00Z"), max: ms("2026-11-05T00:00:00Z") });
  const holidays = fc
    .array(fc.integer({ min: day("2026-03-20"), max: day("2026-11-10") }), { maxLength: 20 })
    .map((days) => new Set(days));
  const zone = fc.constantFrom("Europe/Amsterdam", "Australia/Lord_Howe", "America/New_York", "UTC");
  const springing = fc.constantFrom("Europe/Amsterdam", "Africa/Cairo", "Europe/Lisbon", "UTC");
  const workingTime: fc.Arbitrary<WorkingTime> = fc.record({ timeZone: zone, week, holidays });
  const minutes = fc.integer({ min: 0, max: 5000 });

  it("after so many working minutes exactly so many have passed, and no instant earlier will do", () => {
    fc.assert(
      fc.property(workingTime, from, minutes, (wt, start, count) => {
        const end = addWorkingMinutes(start, count, wt);
        expect(workingMinutesBetween(start, end, wt)).toBe(count);
        if (count > 0) expect(workingMinutesBetween(start, end - 1, wt)).toBeLessThan(count);
      }),
    );
  });

  it("minutes counted in two parts are the minutes counted at once", () => {
    fc.assert(
      fc.property(workingTime, from, minutes, minutes, (wt, start, one, two) => {
        const middle = addWorkingMinutes(start, one, wt);
        const end = addWorkingMinutes(start, one + two, wt);
        // A second part of nothing ends at the next opening instead of the last closing: no minute lies between.
        if (two > 0) expect(addWorkingMinutes(middle, two, wt)).toBe(end);
        expect(workingMinutesBetween(start, middle, wt) + workingMinutesBetween(middle, end, wt)).toBe(one + two);
      }),
    );
  });

  it("an opening is open, and nothing is open before it", () => {
    fc.assert(
      fc.property(workingTime, from, (wt, start) => {
        const opening = openingAtOrAfter(start, wt);
        expect(workingMinutesBetween(start, opening, wt)).toBe(0);
        expect(workingMinutesBetween(opening, opening + 1, wt)).toBeGreaterThan(0);
        expect(openingAtOrAfter(opening, wt)).toBe(opening);
      }),
    );
  });

  it("they are the minutes at which a clock on the wall shows opening hours, where no hour is shown twice", () => {
    fc.assert(
      fc.property(
        workingTime,
        springing,
        fc.integer({ min: day("2026-03-24"), max: day("2026-04-28") }),
        (any, timeZone, first) => {
          const wt = { ...any, timeZone };
          const start = first * 86_400_000;
          let counted = 0;
          for (let at = start; at < start + 3 * 86_400_000; at += 60_000) if (isOpenOnTheWall(at, wt)) counted++;
          expect(workingMinutesBetween(start, start + 3 * 86_400_000, wt)).toBe(counted);
        },
      ),
      { numRuns: 50 },
    );
  });

  function isOpenOnTheWall(at: number, wt: WorkingTime): boolean {
    const today = localDay(at, wt.timeZone);
    const minute = Math.floor((at + zoneOffset(at, wt.timeZone)) / 60_000) % 1440;
    return (
      isWorkingDay(today, wt) &&
      (wt.week[weekdayOf(today)] ?? []).some((open) => open.from <= minute && minute < open.to)
    );
  }
});
