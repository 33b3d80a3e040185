import { describe, expect, it } from "vitest";
import { applies, chooseModel } from "./applies.ts";
import { aLead, LIVE, startOf, TODAY } from "./test/leads.ts";
import { aModel } from "./test/scoring.ts";

describe("which model scores a lead", () => {
  const dutch = aModel({ segment: { field: "country", op: "equals", value: "NL" } });
  const fresh = aModel({ stages: ["lead"] });
  const all = aModel({});

  it("one whose segment holds; unknown does not", () => {
    expect(["NL", "FR", null].map((country) => applies(aLead({ fields: { country } }), dutch, LIVE))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("one that scores the lead's stage", () => {
    expect(["lead", "recycled"].map((stage) => applies(aLead({ stage }), fresh, LIVE))).toEqual([true, false]);
  });

  it("the first of several, and none where none does", () => {
    const models = [dutch, fresh, all];
    expect(chooseModel(aLead({ fields: { country: "NL" } }), models, LIVE)).toBe(dutch);
    expect(chooseModel(aLead({ fields: { country: "FR" } }), models, LIVE)).toBe(fresh);
    expect(chooseModel(aLead({ stage: "recycled" }), models, LIVE)).toBe(all);
    expect(chooseModel(aLead({ stage: "recycled" }), [dutch, fresh], LIVE)).toBeNull();
  });

  it("none for a lead that did not exist yet, and by the segment's fields as they were", () => {
    const moved = aLead({
      fields: { country: "FR" },
      changes: [
        { field: "country", value: "NL", validFrom: startOf(TODAY - 9) },
        { field: "country", value: "FR", validFrom: startOf(TODAY - 5) },
      ],
    });
    expect(applies(moved, dutch, { day: TODAY - 6, cut: startOf(TODAY - 5) })).toBe(true);
    expect(applies(moved, dutch, LIVE)).toBe(false);
    expect(applies(aLead({ createdAt: startOf(TODAY) }), all, { day: TODAY - 1, cut: startOf(TODAY) })).toBe(false);
  });
});
