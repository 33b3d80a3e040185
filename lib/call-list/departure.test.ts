import { describe, expect, it } from "vitest";
import { type Departed, departureOf } from "./departure.ts";

const lead: Departed = {
  leadId: 7,
  name: "Bart Goossens",
  mayCall: true,
  mayScore: true,
  stage: "marketing_qualified",
  cellThen: "A2",
  cell: "A2",
};

describe("a lead that left the list", () => {
  it.each<[Partial<Departed>, object]>([
    [{ mayCall: false, mayScore: false }, { key: "may_not_call" }],
    [{ mayScore: false, cell: null }, { key: "may_not_score" }],
    [{ stage: "disqualified" }, { key: "stage", stage: "disqualified" }],
    [
      { stage: "opportunity", cell: "A3" },
      { key: "stage", stage: "opportunity" },
    ],
    [{ stage: "recycled" }, { key: "stage", stage: "recycled" }],
    [{ cell: "A3" }, { key: "cell", from: "A2", to: "A3" }],
  ])("with %o left because of %o", (changes, reason) => {
    expect(departureOf({ ...lead, ...changes })).toEqual({ leadId: 7, name: "Bart Goossens", ...reason });
  });

  it("is not named when it was simply worked", () => {
    expect(departureOf(lead)).toBeNull();
    expect(departureOf({ ...lead, cellThen: null })).toBeNull();
  });
});
