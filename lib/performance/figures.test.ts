import { describe, expect, it } from "vitest";
import { costPerLead } from "./costs.ts";
import { exampleJourney } from "./example-journey.ts";
import { FUNNELS, figuresOf } from "./figures.ts";
import type { Journey } from "./journey.ts";
import { ANY_JOURNEY } from "./journey-filter.ts";
import { selectJourneys } from "./select-journeys.ts";
import { figuresOfSpan, spansOf } from "./targets.ts";

const DAY = 86_400_000;
const TODAY = 20_634;
const clock = { now: TODAY * DAY, today: TODAY, windowDays: 90, timeZone: "Europe/Amsterdam" };
const workingTime = { timeZone: "Europe/Amsterdam", week: [[], [], [], [], [], [], []], holidays: new Set<number>() };
const OLD = TODAY - 200;

function came(day: number, given: Partial<Journey> = {}): Journey {
  return exampleJourney({ createdDay: day, createdAt: day * DAY, ...given });
}
const won = (day: number) =>
  came(day, {
    handedOverAt: day * DAY,
    acceptedAt: day * DAY,
    qualifiedAt: day * DAY,
    opportunityAt: day * DAY,
    wonAt: day * DAY,
    customerAt: day * DAY,
    isClosed: true,
    deals: [{ at: day * DAY, value: null }],
  });
const lost = (day: number) => came(day, { handedOverAt: day * DAY, lostAt: day * DAY, isClosed: true });

const BASES: Readonly<Record<string, readonly Journey[]>> = {
  "no lead": [],
  "one lead": [came(OLD)],
  "one lead of today": [came(TODAY)],
  "a lead that comes tomorrow": [came(TODAY + 1, { handedOverAt: (TODAY + 2) * DAY })],
  "only wins": [won(OLD), won(OLD), won(OLD + 1)],
  "only losses": [lost(OLD), lost(OLD), lost(OLD + 1)],
};

/** Every number within a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe.each(Object.entries(BASES))("a base with %s", (_, journeys) => {
  it("has figures, or none, and no number that is not one", () => {
    const select = (filter: typeof ANY_JOURNEY) => selectJourneys(journeys, filter);
    const ever = select(ANY_JOURNEY);
    for (const funnel of FUNNELS) {
      const filter = { ...ANY_JOURNEY, from: TODAY - 365, until: TODAY };
      const figures = figuresOf(select, { filter, clock, funnel, workingTime });
      const costs = costPerLead(figures.arrivals, [{ month: "2026-01", source: null, minor: 5, currency: "EUR" }]);
      const spans = spansOf(TODAY - 100, clock);
      const start = figuresOfSpan(ever, { spans: spans.start, clock, currency: "EUR" });
      const today = figuresOfSpan(ever, { spans: spans.today, clock, currency: "EUR" });
      expect(numbersIn({ figures, costs, start, today }).filter((number) => !Number.isFinite(number))).toEqual([]);
    }
  });
});

describe("a base", () => {
  const rates = (journeys: readonly Journey[]) =>
    figuresOf((filter) => selectJourneys(journeys, filter), {
      ...{ clock, workingTime, funnel: "entry" },
      filter: { ...ANY_JOURNEY, from: TODAY - 365, until: TODAY },
    }).rates;

  it("of wins wins all, one of losses none", () => {
    expect(rates([won(OLD), won(OLD)]).won).toMatchObject({ made: 2, of: 2, rate: 1 });
    expect(rates([lost(OLD), lost(OLD)]).accepted).toMatchObject({ made: 0, of: 2, rate: 0 });
  });
});
