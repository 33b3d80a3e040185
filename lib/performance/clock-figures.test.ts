import { describe, expect, it } from "vitest";
import { clockFigures } from "./clock-figures.ts";
import { exampleJourney } from "./example-journey.ts";
import type { JourneyClock } from "./journey.ts";

const ZONE = "Europe/Amsterdam";
const at = (iso: string) => Date.parse(`${iso}:00Z`);
const OPEN = [{ from: 9 * 60, to: 17 * 60 }];
const workingTime = { timeZone: ZONE, week: [OPEN, OPEN, OPEN, OPEN, OPEN, [], []], holidays: new Set<number>() };
const clock = { now: at("2026-03-20T12:00"), today: 20_532, windowDays: 90, timeZone: ZONE };

/** Monday 9 March 2026, 10:00 in Amsterdam, due an hour later. */
function made(given: Partial<JourneyClock>): JourneyClock {
  const start = at("2026-03-09T09:00");
  return {
    arrivedAt: start,
    startedAt: start,
    dueAt: start + 3_600_000,
    shownAt: null,
    stoppedAt: null,
    endedAt: null,
    ...given,
  };
}
const of = (...journeys: Parameters<typeof exampleJourney>[0][]) =>
  clockFigures(
    journeys.map((given) => exampleJourney(given)),
    { clock, workingTime },
  );

describe("how clocks went", () => {
  it("an attempt exactly on time is in time, one a moment later is not, and one that never came neither", () => {
    const clocks = [
      made({ stoppedAt: at("2026-03-09T10:00") }),
      made({ stoppedAt: at("2026-03-09T10:00") + 1 }),
      made({}),
    ];
    expect(of({ clocks }).inTime).toMatchObject({ made: 1, of: 3 });
  });

  it("one that still runs, or ended before it was due, is not counted; one that ended after was late", () => {
    const clocks = [
      made({ dueAt: clock.now + 1 }),
      made({ endedAt: at("2026-03-09T09:30") }),
      made({ endedAt: at("2026-03-09T15:00") }),
    ];
    expect(of({ clocks }).inTime).toMatchObject({ made: 0, of: 1 });
  });

  it("goes by hour and weekday of the organisation, by owner and by source, unknown ones too", () => {
    const inTime = made({ stoppedAt: at("2026-03-09T09:10") });
    // Sunday 22:30 UTC is Sunday 23:30 in Amsterdam, before its summer time.
    const sunday = made({ startedAt: at("2026-03-08T22:30"), dueAt: at("2026-03-08T23:00") });
    const figures = of({ clocks: [inTime, sunday], ownerId: 4, source: "Ads" }, { clocks: [inTime] });
    expect(figures.hours.map(({ key, made: n, of: all }) => [key, n, all])).toEqual([
      [10, 2, 2],
      [23, 0, 1],
    ]);
    expect(figures.weekdays.map(({ key, of: all }) => [key, all])).toEqual([
      [0, 2],
      [6, 1],
    ]);
    // The Mondays 2 and 9 March.
    expect(figures.weeks.map(({ key, made: n, of: all }) => [key, n, all])).toEqual([
      [20_514, 0, 1],
      [20_521, 2, 2],
    ]);
    expect(figures.owners.map(({ key, rate }) => [key, rate])).toEqual([
      [4, 0.5],
      [null, 1],
    ]);
    expect(figures.sources.map(({ key }) => key)).toEqual(["Ads", null]);
  });

  it("tells whose the delay was, in working minutes", () => {
    // Arrived Sunday, shown Monday at 9:10 and called at 9:40: ten minutes and half an hour.
    const clocks = [
      made({
        arrivedAt: at("2026-03-08T10:00"),
        startedAt: at("2026-03-09T08:00"),
        shownAt: at("2026-03-09T08:10"),
        stoppedAt: at("2026-03-09T08:40"),
      }),
    ];
    const figures = of({ clocks, ownerId: 4, source: "Ads" }, { clocks: [made({})], ownerId: 4 });
    expect(figures).toMatchObject({ system: { median: 10 }, human: { median: 30 } });
    const delays = { systemMinutes: 10, humanMinutes: 30 };
    for (const part of [figures.weekdays, figures.owners]) expect(part).toMatchObject([{ of: 2, ...delays }]);
    expect(figures.hours).toMatchObject([
      { key: 9, ...delays },
      { key: 10, systemMinutes: null, humanMinutes: null },
    ]);
    expect(figures.sources).toMatchObject([
      { key: null, systemMinutes: null },
      { key: "Ads", ...delays },
    ]);
  });

  it("says nothing of none", () => {
    expect(of({})).toMatchObject({ inTime: { rate: null }, hours: [], owners: [], system: null, human: null });
  });
});
