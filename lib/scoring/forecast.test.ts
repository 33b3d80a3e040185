import { describe, expect, it } from "vitest";
import { forecast } from "./forecast.ts";
import { totals } from "./score.ts";
import type { WrittenCriterion } from "./test/definitions.ts";
import { aLead, anEvent, LIVE, startOf, TODAY } from "./test/leads.ts";
import { aModel } from "./test/scoring.ts";

const demo: WrittenCriterion = {
  type: "event",
  key: "demo",
  label: "Demo request",
  points: 80,
  halfLifeDays: 10,
  events: { types: ["demo_request"] },
};

describe("a forecast", () => {
  it("names the days on which the cell changes when nothing happens", () => {
    // 80 x 2^(-d/10): 60 is passed on day 5 (56.57; day 4 has 60.63), 40 is still reached on day 10 exactly, passed on day 11.
    const lead = aLead({ events: [anEvent("demo_request", 0)] });
    const changes = [...forecast(lead, aModel({ engagement: [demo] }), LIVE, 25)];
    expect(changes.map(({ day, from, to }) => [day - TODAY, from.cell, to.cell, to.engagement])).toEqual([
      [5, "D1", "D2", 56_57],
      [11, "D2", "D3", 37_32],
      [21, "D3", "D4", 18_66],
    ]);
  });

  it("sees the end of an adjustment and the start of a silence", () => {
    const silence: WrittenCriterion = {
      type: "inactivity",
      key: "idle",
      label: "Silent",
      points: -30,
      days: 12,
      events: { types: "any" },
    };
    const model = aModel({ engagement: [{ ...demo, halfLifeDays: null }, silence] });
    const adjustment = {
      id: "1",
      axis: "fit" as const,
      centipoints: 30_00,
      reason: "Fair",
      firstDay: TODAY,
      lastDay: TODAY + 6,
      at: startOf(TODAY),
    };
    const lead = aLead({ events: [anEvent("demo_request", 2)], adjustments: [adjustment] });
    const changes = [...forecast(lead, model, LIVE, 30)].map(({ day, to }) => [day - TODAY, to.cell]);
    expect(changes).toEqual([
      [7, "D1"],
      [10, "D2"],
    ]);
  });

  it("is empty where nothing moves", () => {
    expect([...forecast(aLead(), aModel({ engagement: [demo] }), LIVE, 365)]).toEqual([]);
  });
});

describe("scores over time", () => {
  it("stand as they stood, with null before the lead existed", () => {
    const model = aModel({ engagement: [demo] });
    const lead = aLead({ createdAt: startOf(TODAY - 2), createdDay: TODAY - 2, events: [anEvent("demo_request", 1)] });
    const days = [-3, -2, -1, 0].map((ago) => TODAY + ago);
    const series = days.map((day) => ({ day, totals: totals(lead, model, { day, cut: startOf(day + 1) }) }));
    // 80 x 2^(-1/10) = 74.64
    expect(series.map(({ day, totals }) => [day - TODAY, totals?.engagement])).toEqual([
      [-3, undefined],
      [-2, 0],
      [-1, 80_00],
      [0, 74_64],
    ]);
  });
});
