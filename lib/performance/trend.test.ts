import { describe, expect, it } from "vitest";
import { proportion } from "#lib/evaluation/proportion.ts";
import { cellFinding, rateByCell } from "./cells.ts";
import { exampleJourney } from "./example-journey.ts";
import type { Clock, Journey } from "./journey.ts";
import { rateBySource, sourceFinding, winsBySource } from "./sources.ts";
import { buildTrend, trendFinding } from "./trend.ts";

const DAY = 86_400_000;
/** 2026-06-30. */
const TODAY = 20_634;
const clock: Clock = { now: TODAY * DAY, today: TODAY, windowDays: 30, timeZone: "UTC" };

/** Handed over on a day; each of the first `made` became SQL ten days later. */
function month(day: number, { made, of }: { made: number; of: number }): Journey[] {
  return Array.from({ length: of }, (_, index) =>
    exampleJourney({
      handedOverAt: day * DAY,
      acceptedAt: day * DAY + DAY,
      qualifiedAt: index < made ? (day + 10) * DAY : null,
    }),
  );
}

describe("a conversion over time", () => {
  it("goes by the month of the hand-over, in the organisation's zone", () => {
    // 31 May 2026, 23:30 in Amsterdam is 21:30 UTC; in Auckland it is June.
    const at = Date.parse("2026-05-31T21:30:00Z");
    const journeys = Array.from({ length: 10 }, () => exampleJourney({ handedOverAt: at }));
    expect(buildTrend("mql_to_sql", journeys, { ...clock, timeZone: "Europe/Amsterdam" })[0]?.month).toBe("2026-05");
    expect(buildTrend("mql_to_sql", journeys, { ...clock, timeZone: "Pacific/Auckland" })[0]?.month).toBe("2026-06");
  });

  it("leaves out months of fewer than ten, and marks those that may still change", () => {
    const journeys = [
      ...month(TODAY - 120, { made: 4, of: 10 }),
      ...month(TODAY - 90, { made: 1, of: 9 }),
      ...month(TODAY - 5, { made: 0, of: 10 }),
    ];
    const points = buildTrend("mql_to_sql", journeys, clock);
    expect(points.map(({ made, of, isOpen }) => [made, of, isOpen])).toEqual([
      [4, 10, false],
      [0, 10, true],
    ]);
  });

  it("rises or falls only when chance would not explain it", () => {
    const finding = (before: number, after: number) =>
      trendFinding(
        [before, after].map((made, index) => ({
          month: `2026-0${index + 1}`,
          isOpen: false,
          ...proportion({ made, of: 100 }),
        })),
      )?.kind;
    // z = 3.09, 1.48 and -3.09: see the test of two shares.
    expect(finding(20, 40)).toBe("rose");
    expect(finding(30, 40)).toBe("holds");
    expect(finding(40, 20)).toBe("fell");
    expect(trendFinding([])).toBeNull();
  });
});

describe("sources", () => {
  const day = TODAY - 100;
  const buyers = (source: string, count: number) =>
    Array.from({ length: count }, () => exampleJourney({ source, createdDay: day, customerAt: day * DAY }));

  it("count customers of leads that had the time to become one", () => {
    const rates = rateBySource({
      arrivals: [
        { day, source: "Referral", leads: 100 },
        { day, source: "Ads", leads: 200 },
        { day: TODAY - 3, source: "Ads", leads: 40 },
      ],
      journeys: [...buyers("Referral", 20), ...buyers("Ads", 0)],
      clock,
    });
    expect(rates.sources.map(({ source, made, of }) => [source, made, of])).toEqual([
      ["Referral", 20, 100],
      ["Ads", 0, 200],
    ]);
    expect(rates.base).toMatchObject({ made: 20, of: 300 });
    // Referral from 13.3 % on, the ads up to 1.9 %, all together 6.7 %.
    expect(sourceFinding(rates)).toMatchObject({ best: { source: "Referral" }, worst: { source: "Ads" } });
  });

  it("win so many of their opportunities, of those that had the time; none is left out for want of a source", () => {
    const opportunity = (source: string | null, from: number, wonAt: number | null) =>
      exampleJourney({ source, opportunityAt: from * DAY, wonAt: wonAt === null ? null : wonAt * DAY });
    const journeys = [
      opportunity("Referral", day, day + 5),
      opportunity("Referral", day, day + 31),
      opportunity(null, day, null),
      opportunity("Referral", TODAY - 2, TODAY - 1),
    ];
    expect(winsBySource(journeys, clock).sources).toMatchObject([
      { source: "Referral", made: 1, of: 2 },
      { source: null, made: 0, of: 1 },
    ]);
  });

  it("do not stand out while fewer than twenty bought", () => {
    const arrivals = [
      { day, source: "Referral", leads: 100 },
      { day, source: "Ads", leads: 200 },
    ];
    const rates = rateBySource({ arrivals, journeys: buyers("Referral", 19), clock });
    expect(sourceFinding(rates)).toEqual({ best: null, worst: null });
  });

  it("do not stand out while their interval holds the base rate", () => {
    const rates = rateBySource({
      arrivals: [
        { day, source: "A", leads: 100 },
        { day, source: "B", leads: 100 },
      ],
      journeys: [...buyers("A", 15), ...buyers("B", 8)],
      clock,
    });
    expect(sourceFinding(rates)).toEqual({ best: null, worst: null });
  });
});

describe("cells", () => {
  const counts = new Map([
    ["A1", { population: 50, won: 10 }],
    ["D4", { population: 1000, won: 10 }],
  ]);

  it("say how much oftener those buy who are handed over", () => {
    // 20 % against 1 %.
    const finding = cellFinding(rateByCell(counts, ["A1", "D4"]), (cell) => cell === "A1");
    expect(finding).toEqual({ kind: "lift", times: expect.closeTo(20, 10) });
    expect(rateByCell(counts, ["A1", "B1", "D4"]).cells.map(({ cell, of }) => [cell, of])).toEqual([
      ["A1", 50],
      ["B1", 0],
      ["D4", 1000],
    ]);
  });

  it("say that only those above the line buy, when nobody below did", () => {
    const oneSided = new Map([...counts, ["D4", { population: 1000, won: 0 }]]);
    expect(cellFinding(rateByCell(oneSided, ["A1", "D4"]), (cell) => cell === "A1")).toEqual({ kind: "only_above" });
  });

  it("say that customers are too few, or that one side is empty, rather than that nothing differs", () => {
    const few = new Map([["A1", { population: 50, won: 9 }]]);
    expect(cellFinding(rateByCell(few, ["A1", "D4"]), (cell) => cell === "A1")).toEqual({ kind: "few" });
    expect(cellFinding(rateByCell(counts, ["A1"]), (cell) => cell === "A1")).toEqual({ kind: "few" });
  });

  it("say that chance would explain it", () => {
    const alike = new Map([
      ["A1", { population: 100, won: 11 }],
      ["D4", { population: 100, won: 10 }],
    ]);
    expect(cellFinding(rateByCell(alike, ["A1", "D4"]), (cell) => cell === "A1")).toEqual({ kind: "chance" });
  });

  it("name the best and the worst where the combined score hands over", () => {
    const small = new Map([...counts, ["B1", { population: 9, won: 9 }]]);
    expect(cellFinding(rateByCell(small, ["A1", "B1", "D4"]), null)).toMatchObject({
      kind: "spread",
      best: { cell: "A1", rate: 0.2 },
      worst: { cell: "D4", rate: 0.01 },
    });
  });
});
