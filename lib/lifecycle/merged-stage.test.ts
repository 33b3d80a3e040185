import { describe, expect, it } from "vitest";
import { STAGES, type Stage } from "./constants.ts";
import { mergedStage } from "./merged-stage.ts";

const of = (kept: Stage, merged: Stage, [since, mergedSince] = [1, 2]) =>
  mergedStage({ stage: kept, since: since ?? 1 }, { stage: merged, since: mergedSince ?? 2 }).stage;

describe("the stage of a lead that two records were about", () => {
  it("is the further one, whichever record is kept", () => {
    expect(of("lead", "sales_accepted")).toBe("sales_accepted");
    expect(of("sales_accepted", "lead")).toBe("sales_accepted");
    expect(of("marketing_qualified", "recycled")).toBe("marketing_qualified");
    for (const stage of STAGES)
      expect([of("customer", stage), of(stage, "customer")]).toEqual(["customer", "customer"]);
  });

  it("is open when one of them is: who was lost once and is back is not lost", () => {
    expect(of("lost", "lead")).toBe("lead");
    expect(of("lead", "disqualified")).toBe("lead");
  });

  it("of two that ended without a sale is the later one", () => {
    expect(of("lost", "disqualified", [1, 2])).toBe("disqualified");
    expect(of("lost", "disqualified", [2, 1])).toBe("lost");
  });

  it("is the kept one's when both are alike", () => {
    const kept = { stage: "lead", since: 5 } as const;
    expect(mergedStage(kept, { stage: "lead", since: 1 })).toBe(kept);
  });
});
