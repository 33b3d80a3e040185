import { describe, expect, it } from "vitest";
import { OPEN_STAGES, REJECTION_REASONS, STAGES, type Stage } from "./constants.ts";
import type { Outcome } from "./outcome.ts";
import { moveOf, stageByScore } from "./stage-rules.ts";

const DAY = 20_524;

describe("an outcome", () => {
  const rejected = (reason: (typeof REJECTION_REASONS)[number]): Outcome => ({ disposition: "rejected", reason });

  it.each<[Stage, Outcome, Stage | null, number | null]>([
    ["lead", { disposition: "accepted" }, "sales_accepted", null],
    ["marketing_qualified", { disposition: "accepted" }, "sales_accepted", null],
    ["recycled", { disposition: "accepted" }, "sales_accepted", null],
    ["sales_accepted", { disposition: "accepted" }, null, null],
    ["sales_qualified", { disposition: "accepted" }, null, null],
    ["opportunity", { disposition: "accepted" }, null, null],
    ["marketing_qualified", { disposition: "called" }, null, null],
    ["marketing_qualified", { disposition: "no_answer" }, null, null],
    ["marketing_qualified", { disposition: "snoozed", until: DAY + 1 }, null, null],
    ["marketing_qualified", rejected("no_budget"), "recycled", DAY + 90],
    ["marketing_qualified", rejected("no_need"), "recycled", DAY + 180],
    ["marketing_qualified", rejected("bad_timing"), "recycled", DAY + 90],
    ["marketing_qualified", rejected("not_decision_maker"), "recycled", DAY + 30],
    ["marketing_qualified", rejected("unreachable"), "recycled", DAY + 30],
    ["marketing_qualified", rejected("bad_fit"), "disqualified", null],
    ["marketing_qualified", rejected("bad_data"), "disqualified", null],
    ["sales_qualified", rejected("competitor"), "lost", null],
    ["recycled", rejected("no_budget"), "recycled", DAY + 90],
  ])("in %s, %o leads to %s", (stage, outcome, to, returnsOn) => {
    expect(moveOf({ stage, outcome, day: DAY })).toEqual(to && { to, returnsOn });
  });

  it("moves no closed lead", () => {
    const closed = STAGES.filter((stage) => !OPEN_STAGES.some((open) => open === stage));
    expect(closed).toEqual(["customer", "disqualified", "lost"]);
    for (const stage of closed)
      for (const reason of REJECTION_REASONS) expect(moveOf({ stage, outcome: rejected(reason), day: DAY })).toBeNull();
  });
});

describe("a score", () => {
  it.each<[Stage, number | null, Stage]>([
    ["lead", null, "marketing_qualified"],
    ["recycled", DAY - 1, "marketing_qualified"],
    ["recycled", DAY, "marketing_qualified"],
    ["recycled", DAY + 1, "recycled"],
    ["recycled", null, "marketing_qualified"],
    ["sales_accepted", null, "sales_accepted"],
    ["customer", null, "customer"],
    ["disqualified", null, "disqualified"],
    ["lost", null, "lost"],
  ])("that qualifies finds %s (back on %s) and makes it %s", (stage, returnsOn, after) => {
    expect(stageByScore({ stage, returnsOn, qualifies: true, day: DAY })).toBe(after);
  });

  it("that falls takes no stage back", () => {
    for (const stage of STAGES) expect(stageByScore({ stage, returnsOn: DAY, qualifies: false, day: DAY })).toBe(stage);
  });
});
