import { describe, expect, it } from "vitest";
import { cycleOf, dealsOf } from "./deals.ts";
import { exampleJourney } from "./example-journey.ts";
import type { Journey } from "./journey.ts";

const DAY = 86_400_000;
const clock = { now: 400 * DAY, today: 400, windowDays: 90, timeZone: "UTC" };
const euros = (minor: number) => ({ minor, currency: "EUR" });

const journey = (day: number, given: Partial<Journey>) =>
  exampleJourney({ createdDay: day, createdAt: day * DAY, ...given });

describe("the length of a cycle", () => {
  it("is from hand-over to customer: its middle and its quarters", () => {
    // 10, 20, 30, 40 days: the middle between 20 and 30, quarters at 17.5 and 32.5.
    const journeys = [10, 20, 30, 40].map((days) =>
      exampleJourney({ handedOverAt: 0, wonAt: days * DAY, customerAt: days * DAY }),
    );
    expect(cycleOf(journeys)).toEqual({
      days: { count: 4, median: 25, lowerQuarter: 17.5, upperQuarter: 32.5 },
      unknown: 0,
    });
  });

  it("is not known of who went past sales, and nothing is said of nobody", () => {
    expect(cycleOf([exampleJourney({ customerAt: 5 })])).toEqual({ days: null, unknown: 1 });
    expect(cycleOf([])).toEqual({ days: null, unknown: 0 });
  });

  it("is nought for who was won at the hand-over", () => {
    expect(cycleOf([exampleJourney({ handedOverAt: 5, wonAt: 5, customerAt: 5 })]).days?.median).toBe(0);
  });
});

describe("what leads bring in", () => {
  const arrivals = [
    { day: 100, source: null, leads: 10 },
    { day: 350, source: null, leads: 90 },
  ];

  it("is spread over all leads whose window is over, each currency by itself", () => {
    const journeys = [
      journey(100, { customerAt: 120 * DAY, callDays: [1, 2, 20], deals: [{ at: 120 * DAY, value: euros(50_000) }] }),
      journey(100, {
        customerAt: 130 * DAY,
        callDays: [1, 1, 2, 30],
        deals: [
          { at: 130 * DAY, value: { minor: 7_000, currency: "USD" } },
          { at: 131 * DAY, value: euros(10_000) },
          { at: 132 * DAY, value: null },
        ],
      }),
      journey(100, { callDays: [0, 2, 5, 9, 40] }),
      journey(350, { customerAt: 351 * DAY, callDays: [0, 1], deals: [{ at: 351 * DAY, value: euros(1) }] }),
    ];
    expect(dealsOf({ arrivals, journeys, clock })).toEqual({
      leads: 10,
      customers: 2,
      // 3 + 4 + 5, also with who did not buy.
      calls: 12,
      callsPerDeal: 6,
      withoutValue: 1,
      revenue: [
        { currency: "EUR", minor: 60_000, deals: 2, perLeadMinor: 6_000 },
        { currency: "USD", minor: 7_000, deals: 1, perLeadMinor: 700 },
      ],
    });
  });

  it("counts a deal at the very end of the window and none after it", () => {
    const deal = (at: number) => journey(100, { customerAt: at, deals: [{ at, value: euros(10) }] });
    const of = (at: number) => dealsOf({ arrivals, journeys: [deal(at)], clock });
    expect([of(190 * DAY).customers, of(190 * DAY + 1).customers]).toEqual([1, 0]);
    expect([of(190 * DAY).revenue.length, of(190 * DAY + 1).revenue.length]).toEqual([1, 0]);
  });

  it("counts a call until the end of the window and none after it, as the customers that it is divided by", () => {
    const journeys = [journey(100, { customerAt: 120 * DAY, callDays: [0, 1, 90, 91, 300] })];
    expect(dealsOf({ arrivals, journeys, clock })).toMatchObject({ calls: 3, customers: 1, callsPerDeal: 3 });
  });

  it("is nothing without leads, and calls without a customer are no number", () => {
    expect(dealsOf({ arrivals: [], journeys: [], clock })).toMatchObject({ leads: 0, callsPerDeal: null, revenue: [] });
    expect(dealsOf({ arrivals, journeys: [journey(100, { callDays: [1, 1, 1, 1, 1] })], clock })).toMatchObject({
      calls: 5,
      callsPerDeal: null,
    });
  });
});
