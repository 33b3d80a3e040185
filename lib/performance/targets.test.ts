import { describe, expect, it } from "vitest";
import { exampleJourney } from "./example-journey.ts";
import type { Journey } from "./journey.ts";
import { ANY_JOURNEY, whenever } from "./journey-filter.ts";
import { selectJourneys } from "./select-journeys.ts";
import { figuresOfSpan, numberOf, progressOf, spansOf } from "./targets.ts";

const DAY = 86_400_000;
const clock = { now: 1000 * DAY, today: 1000, windowDays: 30, timeZone: "UTC" };

describe("the spans of a target", () => {
  it("are the ninety days before the start, and the newest since of which all is known", () => {
    expect(spansOf(800, clock)).toEqual({
      start: { slow: { from: 710, until: 799 }, quick: { from: 710, until: 799 } },
      // A hand-over of day 969 has had its 30 days when day 1000 comes; of day 970 they are not over.
      today: { slow: { from: 880, until: 969 }, quick: { from: 911, until: 1000 } },
    });
  });

  it("hold nothing from before the start, and nothing at all while it is too early", () => {
    const { today } = spansOf(990, clock);
    expect(today.quick).toEqual({ from: 990, until: 1000 });
    expect(today.slow.until).toBeLessThan(today.slow.from);
  });
});

describe("figures of a span", () => {
  const at = (day: number) => day * DAY;
  const journey = (day: number, given: Partial<Journey>) =>
    exampleJourney({ createdDay: day, createdAt: at(day), handedOverAt: at(day + 1), ...given });
  const journeys = [
    journey(720, { acceptedAt: at(722), qualifiedAt: at(730) }),
    journey(721, { callDays: [0, 1, 2, 30], firstTouchAt: at(723) }),
    journey(722, {
      wonAt: at(742),
      customerAt: at(742),
      callDays: [1, 20],
      deals: [{ at: at(742), value: { minor: 9_000, currency: "EUR" } }],
    }),
    journey(600, {
      wonAt: at(750),
      customerAt: at(750),
      deals: [{ at: at(750), value: { minor: 7, currency: "EUR" } }],
    }),
    journey(900, { acceptedAt: at(902), qualifiedAt: at(903) }),
  ];
  const of = (spans: ReturnType<typeof spansOf>["start"]) =>
    figuresOfSpan(selectJourneys(journeys, ANY_JOURNEY), { spans, clock, currency: "EUR" });

  it("count hand-overs, wins and leads of its days", () => {
    const figures = of(spansOf(800, clock).start);
    expect(figures.conversion).toMatchObject({ made: 1, of: 3 });
    // Won in the span: 742 − 723 = 19 days, and 750 − 601 = 149 days.
    expect(figures.cycle).toMatchObject({ count: 2, median: 84 });
    expect(figures.revenue).toMatchObject({ deals: 1, perLeadMinor: 3_000 });
    expect(figures.callsPerDeal).toBe(6);
    expect(numberOf(figures, "calls")).toBe(6);
    // Three came in the span and were handed over the next day; one of them was accepted, of the three.
    expect(figures.rates.handed_over).toMatchObject({ made: 3, of: 3 });
    expect(figures.rates.accepted).toMatchObject({ made: 1, of: 3 });
    expect(figures.firstTouchMinutes).toBe(24 * 60);
  });

  it("are of those leads alone that are asked for", () => {
    const spans = spansOf(800, clock).start;
    const given = journeys.map((each, place) => ({ ...each, source: place === 0 ? "Ads" : null }));
    const ever = selectJourneys(given, whenever({ ...ANY_JOURNEY, source: "Ads", from: 1, until: 2 }));
    expect(figuresOfSpan(ever, { spans, clock, currency: "EUR" })).toMatchObject({
      conversion: { made: 1, of: 1 },
      cycle: null,
    });
  });

  it("are not known where nothing happened, and no other currency stands in", () => {
    const figures = of({ slow: { from: 980, until: 970 }, quick: { from: 990, until: 1000 } });
    expect(figures).toMatchObject({ cycle: null, revenue: null, callsPerDeal: null, conversion: { rate: null } });
    const spans = spansOf(800, clock).start;
    const dollars = figuresOfSpan(selectJourneys(journeys, ANY_JOURNEY), { spans, clock, currency: "USD" });
    expect(dollars.revenue).toBeNull();
  });
});

describe("the way to a target", () => {
  it("goes up or down, and exactly there is reached", () => {
    expect(progressOf({ start: 0.2, today: 0.25, percent: 25 })).toEqual({
      start: 0.2,
      today: 0.25,
      target: 0.25,
      isReached: true,
    });
    expect(progressOf({ start: 50, today: 41, percent: -20 })).toMatchObject({ target: 40, isReached: false });
    expect(progressOf({ start: 50, today: 40, percent: -20 }).isReached).toBe(true);
  });

  it("is not known without a start or a today", () => {
    expect(progressOf({ start: null, today: 5, percent: 25 })).toEqual({
      start: null,
      today: 5,
      target: null,
      isReached: null,
    });
    expect(progressOf({ start: 5, today: null, percent: 20 })).toMatchObject({ target: 6, isReached: null });
  });
});
