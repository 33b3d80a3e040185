import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { exampleJourney } from "../example-journey.ts";
import type { Journey } from "../journey.ts";
import { KeptJourneys } from "../kept-journeys.ts";
import { selectJourneys } from "../select-journeys.ts";
import { USUAL_TARGETS } from "../targets.ts";
import { monthFigures } from "./month-figures.ts";

/** 0:15 in Kathmandu is 18:30 of the day before in London. */
const ZONE = "Asia/Kathmandu";
const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;
const at = (iso: string) => Date.parse(`${iso}T00:15:00+05:45`);
const MARCH = { from: day("2026-03-01"), until: day("2026-03-31") };
const APRIL = { from: day("2026-04-01"), until: day("2026-04-30") };
const now = at("2026-05-01");
const clock = { now, today: day("2026-05-01"), windowDays: 30, timeZone: ZONE };
const workingTime = { timeZone: ZONE, week: USUAL_WEEK, holidays: new Set<number>() };
const HOUR = 3_600_000;

function came(iso: string, given: Partial<Journey> = {}): Journey {
  return exampleJourney({ createdAt: at(iso), createdDay: day(iso), ...given });
}

const JOURNEYS = [
  came("2026-03-31"),
  // The first minutes of April there are still March in London.
  came("2026-04-01", { handedOverAt: at("2026-04-02"), firstTouchAt: at("2026-04-02") + 2 * HOUR }),
  came("2026-04-03", { handedOverAt: at("2026-04-04"), firstTouchAt: at("2026-04-04") + 4 * HOUR }),
  // Came in February, was handed over in March and became an SQL and a customer in April.
  came("2026-02-10", {
    handedOverAt: at("2026-03-20"),
    acceptedAt: at("2026-04-05"),
    qualifiedAt: at("2026-04-06"),
    opportunityAt: at("2026-04-10"),
    wonAt: at("2026-04-19"),
    customerAt: at("2026-04-19"),
    callDays: [40, 41, 50],
  }),
];

function figures(journeys: readonly Journey[], startDay: number | null = null) {
  const targets = startDay === null ? null : { startDay, percent: USUAL_TARGETS };
  const query = { month: APRIL, monthBefore: MARCH, clock, workingTime, currency: "EUR", targets };
  const found = monthFigures((filter) => selectJourneys(journeys, filter), query);
  // The report reads them as they are kept.
  const kept = new KeptJourneys();
  for (const [at, journey] of journeys.entries()) kept.put(at, [journey]);
  expect(kept.selections.read((select) => monthFigures(select, query))).toEqual(found);
  return Object.fromEntries(found.map(({ name, now: value, before, target }) => [name, [value, before, target]]));
}

describe("the figures of a month", () => {
  it("count what happened in it beside the month before, by the days of the organisation", () => {
    expect(figures(JOURNEYS)).toMatchObject({
      leads: [2, 1, null],
      handed_over: [2, 1, null],
      qualified: [1, 0, null],
      won: [1, 0, null],
      // Two and four hours.
      first_touch: [180, null, null],
      in_time: [null, null, null],
      // From 20 March to 19 April; in March nobody was won.
      cycle: [30, null, null],
    });
  });

  it("count customers whom nobody handed over among the customers", () => {
    const past = came("2026-03-05", { opportunityAt: null, customerAt: at("2026-04-08") });
    expect(figures([...JOURNEYS, past]).won).toEqual([2, 0, null]);
  });

  it("name the target where one is set: what was before the start, changed as asked", () => {
    const before = came("2025-12-01", {
      handedOverAt: at("2025-12-02"),
      wonAt: at("2026-01-11"),
      customerAt: at("2026-01-11"),
    });
    const handedOver = came("2026-03-10", { handedOverAt: at("2026-03-11") });
    // Forty days before the start, a fifth less asked.
    expect(figures([before, handedOver, ...JOURNEYS], day("2026-02-01")).cycle).toEqual([30, null, 32]);
  });

  it("of nothing are noughts where things are counted, and not known elsewhere", () => {
    expect(figures([])).toEqual({
      ...Object.fromEntries(["leads", "handed_over", "qualified", "won"].map((name) => [name, [0, 0, null]])),
      ...Object.fromEntries(
        ["first_touch", "in_time", "conversion", "cycle", "revenue", "calls"].map((name) => [name, [null, null, null]]),
      ),
    });
  });
});
