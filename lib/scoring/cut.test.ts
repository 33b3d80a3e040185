import { describe, expect, it } from "vitest";
import { score, totals } from "./score.ts";
import type { WrittenCriterion } from "./test/definitions.ts";
import { aLead, anEvent, startOf, TODAY } from "./test/leads.ts";
import { aModel, breakdownOf, lineOf } from "./test/scoring.ts";

const isNl: WrittenCriterion = {
  type: "attribute",
  key: "nl",
  label: "NL",
  points: 20,
  condition: { field: "country", op: "equals", value: "NL" },
};
const page: WrittenCriterion = {
  type: "event",
  key: "page",
  label: "Page",
  points: 10,
  halfLifeDays: null,
  events: { types: "any" },
};
const model = aModel({ fit: [isNl], engagement: [page] });

describe("a cut", () => {
  const cut = startOf(TODAY);

  it("an event at the cut does not exist, one a millisecond earlier does", () => {
    const lead = aLead({ events: [anEvent("page_view", 0, { at: cut }), anEvent("page_view", 0, { at: cut - 1 })] });
    expect(totals(lead, model, { day: TODAY - 1, cut })?.engagement).toBe(10_00);
    expect(totals(lead, model, { day: TODAY - 1, cut: null })?.engagement).toBe(20_00);
  });

  it("a past day uses the value that was valid at its cut", () => {
    const changes = [
      { field: "country", value: "NL", validFrom: startOf(TODAY - 5) },
      { field: "country", value: "FR", validFrom: cut },
      { field: "country", value: "BE", validFrom: startOf(TODAY - 9) },
    ];
    const lead = aLead({ fields: { country: "FR" }, changes });
    const fitAt = (instant: number | null) => totals(lead, model, { day: TODAY - 1, cut: instant })?.fit;
    expect([cut, cut + 1, null].map(fitAt)).toEqual([20_00, 0, 0]);
    expect([startOf(TODAY - 5), startOf(TODAY - 5) + 1].map(fitAt)).toEqual([0, 20_00]);
    const before = breakdownOf(lead, model, { day: TODAY - 10, cut: startOf(TODAY - 9) });
    expect(lineOf(before, "nl")).toMatchObject({ status: "unknown", fields: [{ field: "country", value: null }] });
  });

  it("a field that was emptied is unknown from then on", () => {
    const changes = [
      { field: "country", value: "NL", validFrom: startOf(TODAY - 9) },
      { field: "country", value: null, validFrom: startOf(TODAY - 5) },
    ];
    const lead = aLead({ fields: { country: null }, changes });
    const known = [TODAY - 4, TODAY - 5].map((day) => totals(lead, model, { day, cut: startOf(day) })?.knownFields);
    expect(known).toEqual([0, 1]);
  });

  it("a lead created at or after the cut has no score", () => {
    const lead = aLead({ createdAt: cut });
    expect(score(lead, model, { day: TODAY, cut })).toBeNull();
    expect(totals(lead, model, { day: TODAY, cut })).toBeNull();
    expect(totals(lead, model, { day: TODAY, cut: cut + 1 })).not.toBeNull();
    expect(totals(lead, model, { day: TODAY, cut: null })).not.toBeNull();
  });
});
