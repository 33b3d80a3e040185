import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { exampleJourney } from "./example-journey.ts";
import { buildPeriodFunnel } from "./period-funnel.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;
const at = (iso: string) => Date.parse(`${iso}:00Z`);
const period = { from: day("2026-03-01"), until: day("2026-04-30"), timeZone: "Europe/Amsterdam" };

describe("the funnel by period", () => {
  it("counts what happened in each month, also to leads that came long before", () => {
    const arrivals = [
      { day: day("2026-02-28"), source: null, leads: 5 },
      { day: day("2026-03-31"), source: null, leads: 7 },
    ];
    const journeys = [
      exampleJourney({
        createdAt: at("2025-06-01T10:00"),
        createdDay: day("2025-06-01"),
        handedOverAt: at("2026-02-10T10:00"),
        acceptedAt: at("2026-03-02T10:00"),
        qualifiedAt: at("2026-04-02T10:00"),
      }),
      exampleJourney({ customerAt: at("2026-03-05T10:00") }),
    ];
    const { months, total } = buildPeriodFunnel({ arrivals, journeys }, period);
    const none = { handed_over: 0, accepted: 0, qualified: 0, opportunity: 0, won: 0 };
    expect(months).toEqual([
      { month: "2026-03", leads: 7, missed: 1, steps: { ...none, accepted: 1 } },
      { month: "2026-04", leads: 0, missed: 0, steps: { ...none, qualified: 1 } },
    ]);
    expect(total).toEqual({ leads: 7, missed: 1, steps: { ...none, accepted: 1, qualified: 1 } });
  });

  it("goes by the organisation's zone at the edge of a month: half past ten in the evening of 31 March UTC is April", () => {
    const journeys = [exampleJourney({ handedOverAt: at("2026-03-31T22:30") })];
    const months = (timeZone: string) =>
      buildPeriodFunnel({ arrivals: [], journeys }, { ...period, timeZone }).months.map(({ month }) => month);
    expect([months("Europe/Amsterdam"), months("UTC")]).toEqual([["2026-04"], ["2026-03"]]);
  });

  it("holds nothing when nothing happened", () => {
    expect(buildPeriodFunnel({ arrivals: [], journeys: [] }, period).months).toEqual([]);
  });
});
