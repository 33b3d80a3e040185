import { describe, expect, it } from "vitest";
import { totals } from "./score.ts";
import type { WrittenCriterion } from "./test/definitions.ts";
import { aLead, anEvent, LIVE } from "./test/leads.ts";
import { aModel, breakdownOf } from "./test/scoring.ts";

const pricing: WrittenCriterion = {
  type: "event",
  key: "pricing",
  label: "Pricing page",
  points: 15,
  halfLifeDays: 30,
  events: { types: ["pricing_page"] },
};
const benelux: WrittenCriterion = {
  type: "attribute",
  key: "benelux",
  label: "Target market",
  points: 15,
  condition: { field: "country", op: "in", values: ["NL", "BE", "LU"] },
};

describe("a cell", () => {
  it("a score exactly on a threshold enters the higher band, one centipoint below does not", () => {
    const cellAt = (points: number) => {
      const model = aModel({ fit: [{ ...benelux, points }], engagement: [{ ...pricing, points, halfLifeDays: null }] });
      return totals(aLead({ fields: { country: "NL" }, events: [anEvent("pricing_page", 0)] }), model, LIVE)?.cell;
    };
    // Fit opens C, B, A at 25, 45, 65; engagement opens 3, 2, 1 at 20, 40, 60.
    expect([24.99, 25, 25.01].map(cellAt)).toEqual(["D3", "C3", "C3"]);
    expect([64.99, 65, 65.01].map(cellAt)).toEqual(["B1", "A1", "A1"]);
    expect([19.99, 20, 20.01].map(cellAt)).toEqual(["D4", "D3", "D3"]);
    expect([59.99, 60, 60.01].map(cellAt)).toEqual(["B2", "B1", "B1"]);
  });

  it("shows where a band begins and where the next one does", () => {
    const model = aModel({ fit: [{ ...benelux, points: 50 }] });
    const { axes, play } = breakdownOf(aLead({ fields: { country: "NL" } }), model);
    expect(axes.fit.band).toEqual({ name: "B", from: 45_00, next: 65_00 });
    expect(axes.engagement.band).toEqual({ name: "4", from: 0, next: 20_00 });
    expect(play).toMatchObject({ temperature: "warm", action: "nurture" });
  });

  it("three to five bands an axis make nine to twenty-five cells", () => {
    const model = aModel({
      fit: { groups: [], thresholds: [10, 20, 30, 40] },
      engagement: { groups: [], thresholds: [50, 75] },
    });
    expect(model.cells.flat()).toEqual([
      "E3",
      "E2",
      "E1",
      "D3",
      "D2",
      "D1",
      "C3",
      "C2",
      "C1",
      "B3",
      "B2",
      "B1",
      "A3",
      "A2",
      "A1",
    ]);
  });

  it("qualifies by a combined score at the threshold, or by being in one of the cells", () => {
    const lead = aLead({ fields: { country: "NL" } });
    const byScore = (combinedAtLeast: number) =>
      totals(lead, aModel({ fit: [benelux], qualifies: { combinedAtLeast } }), LIVE)?.qualifies;
    // 0.4 x 15.00 = 6.00
    expect([5.99, 6, 6.01].map(byScore)).toEqual([true, true, false]);
    const byCell = (cell: string) =>
      totals(lead, aModel({ fit: [benelux], qualifies: { cells: [cell] } }), LIVE)?.qualifies;
    expect(["D4", "D3"].map(byCell)).toEqual([true, false]);
  });
});
