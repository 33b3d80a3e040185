import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { exampleJourney } from "./example-journey.ts";
import { buildFunnel, stepRates } from "./funnel.ts";
import type { Clock, Journey } from "./journey.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;
const noon = (iso: string) => Date.parse(`${iso}T11:00:00Z`);

const clock: Clock = {
  now: noon("2026-06-30"),
  today: day("2026-06-30"),
  windowDays: 30,
  timeZone: "Europe/Amsterdam",
};

type Dates = Partial<Record<"handedOver" | "accepted" | "qualified" | "opportunity" | "won" | "customer", string>>;

function journey(created: string, dates: Dates, isClosed = false): Journey {
  const at = (date: string | undefined) => (date ? noon(date) : null);
  return exampleJourney({
    createdAt: noon(created),
    createdDay: day(created),
    handedOverAt: at(dates.handedOver),
    acceptedAt: at(dates.accepted),
    qualifiedAt: at(dates.qualified),
    opportunityAt: at(dates.opportunity),
    wonAt: at(dates.won),
    customerAt: at(dates.customer ?? dates.won),
    isClosed,
  });
}

const arrivals = [
  { day: day("2026-01-10"), source: null, leads: 10 },
  { day: day("2026-06-20"), source: null, leads: 10 },
];

describe("the funnel", () => {
  it("counts each step of those that made the one before", () => {
    const journeys = [
      journey("2026-01-10", { handedOver: "2026-01-15", accepted: "2026-01-16", qualified: "2026-01-30" }, true),
      journey("2026-01-10", { handedOver: "2026-01-20", accepted: "2026-01-21" }, true),
      journey("2026-01-10", { handedOver: "2026-01-20" }, true),
    ];
    const { total } = buildFunnel({ arrivals: arrivals.slice(0, 1), journeys, clock });
    expect(total.leads).toBe(10);
    expect(total.steps.handed_over).toEqual({ made: 3, of: 10, isOpen: false });
    expect(total.steps.accepted).toEqual({ made: 2, of: 3, isOpen: false });
    expect(total.steps.qualified).toEqual({ made: 1, of: 2, isOpen: false });
    expect(total.steps.opportunity).toEqual({ made: 0, of: 1, isOpen: false });
  });

  it("counts a step exactly at the end of the window and none after it", () => {
    const inTime = journey("2026-01-10", { handedOver: "2026-02-09" });
    const late = journey("2026-01-10", { handedOver: "2026-02-10" });
    const { total } = buildFunnel({ arrivals: arrivals.slice(0, 1), journeys: [inTime, late], clock });
    expect(total.steps.handed_over.made).toBe(1);
  });

  it("keeps a month grey while more than one in twenty may still follow", () => {
    // Nine of ten June leads are in their 30 days and were not handed over; January is over.
    const { months } = buildFunnel({
      arrivals,
      journeys: [journey("2026-06-20", { handedOver: "2026-06-21" })],
      clock,
    });
    expect(months.map(({ month, steps }) => [month, steps.handed_over.isOpen])).toEqual([
      ["2026-01", false],
      ["2026-06", true],
    ]);
    // The one handed over nine days ago may still be accepted.
    expect(months[1]?.steps.accepted.isOpen).toBe(true);
  });

  it("does not wait for who is lost or disqualified", () => {
    const closed = journey("2026-06-20", { handedOver: "2026-06-21" }, true);
    const { total } = buildFunnel({ arrivals: arrivals.slice(1), journeys: [closed], clock });
    expect(total.steps.accepted).toEqual({ made: 0, of: 1, isOpen: false });
  });

  it("counts customers who were never handed over apart", () => {
    const journeys = [
      journey("2026-01-10", { customer: "2026-03-01" }, true),
      journey("2026-01-10", { handedOver: "2026-01-11" }),
    ];
    const { total } = buildFunnel({ arrivals: arrivals.slice(0, 1), journeys, clock });
    expect(total.missed).toBe(1);
    expect(total.steps.won.made).toBe(0);
  });
});

describe("the rate of a step", () => {
  it("leaves out whose window still runs, whatever came of them", () => {
    const journeys = [
      journey("2026-01-10", { handedOver: "2026-01-15", accepted: "2026-01-16" }),
      journey("2026-01-10", { handedOver: "2026-01-15" }),
      journey("2026-06-20", { handedOver: "2026-06-21", accepted: "2026-06-22" }),
    ];
    const rates = stepRates({ arrivals, journeys, clock });
    expect(rates.handed_over).toMatchObject({ made: 2, of: 10 });
    expect(rates.accepted).toMatchObject({ made: 1, of: 2, rate: 0.5 });
  });
});
