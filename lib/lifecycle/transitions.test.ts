import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CHANGE_CAUSES,
  OPEN_STAGES,
  OUTCOME_RESULTS,
  REJECTION_REASONS,
  STAGES,
  type Stage,
  VERDICTS,
} from "./constants.ts";
import { mergedStage } from "./merged-stage.ts";
import { type Outcome, outcomeSchema } from "./outcome.ts";
import { stageByOutcome } from "./stage-by-outcome.ts";
import { isOpen, moveOf, stageByScore } from "./stage-rules.ts";
import { mayReopen, stepsOf, TRANSITIONS, verdictsFor, whoMayMove } from "./transitions.ts";
import { STAGE_OF_VERDICT, VERDICT_REASONS } from "./verdict.ts";

const DAY = 20_524;
const anyStage = fc.constantFrom(...STAGES);
const until = fc.integer({ min: DAY + 1, max: DAY + 700 });
const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constantFrom("called", "no_answer", "emailed", "accepted", "qualified", "opportunity").map((disposition) => ({
    disposition,
  })),
  fc.constantFrom(...REJECTION_REASONS).map((reason) => ({ disposition: "rejected" as const, reason })),
  until.map((day) => ({ disposition: "snoozed" as const, until: day })),
  fc.record({
    disposition: fc.constant("recycled" as const),
    reason: fc.constantFrom(...VERDICT_REASONS.recycled),
    until,
  }),
  fc.constantFrom(...VERDICT_REASONS.disqualified).map((reason) => ({ disposition: "disqualified" as const, reason })),
  fc.constantFrom(...VERDICT_REASONS.lost).map((reason) => ({ disposition: "lost" as const, reason })),
);

describe("the table of transitions", () => {
  it("has every move that an outcome makes, each by who works leads", () => {
    fc.assert(
      fc.property(anyStage, anyOutcome, (stage, outcome) => {
        const move = moveOf({ stage, outcome, day: DAY });
        if (move) expect(whoMayMove({ from: stage, to: move.to, cause: "disposition" })).toBe("work_leads");
      }),
    );
  });

  it("has every move that a score, a deal or a merge makes, none of them a person's", () => {
    fc.assert(
      fc.property(
        anyStage,
        anyStage,
        fc.boolean(),
        fc.nat(5),
        fc.constantFrom(...OUTCOME_RESULTS),
        (stage, other, qualifies, wait, result) => {
          const byScore = stageByScore({ stage, returnsOn: DAY + wait - 2, qualifies, day: DAY });
          const byDeal = stageByOutcome({ stage, result });
          const byMerge = mergedStage({ stage, since: 1 }, { stage: other, since: wait }).stage;
          if (byScore !== stage) expect(whoMayMove({ from: stage, to: byScore, cause: "decay" })).toBe("system");
          if (byDeal !== stage) expect(whoMayMove({ from: stage, to: byDeal, cause: "outcome" })).toBe("system");
          if (byMerge !== stage) expect(whoMayMove({ from: stage, to: byMerge, cause: "merge" })).toBe("system");
        },
      ),
    );
  });

  it("never says two things of who may make a change", () => {
    for (const from of STAGES)
      for (const to of STAGES)
        for (const cause of CHANGE_CAUSES) {
          const rows = TRANSITIONS.filter(
            (row) => row.from.includes(from) && row.to.includes(to) && row.causes.includes(cause),
          );
          expect(new Set(rows.map(({ by }) => by)).size, `${from} to ${to} by ${cause}`).toBeLessThanOrEqual(1);
        }
  });

  it("takes no lead from open work back to the pool by its score", () => {
    const back: readonly Stage[] = ["marketing_qualified", "sales_accepted", "sales_qualified", "opportunity"];
    for (const from of back)
      for (const cause of CHANGE_CAUSES)
        if (cause !== "merge") expect(whoMayMove({ from, to: "lead", cause })).toBeNull();
  });

  it("lets nobody leave from being a customer", () => {
    for (const to of STAGES)
      for (const cause of CHANGE_CAUSES) expect(whoMayMove({ from: "customer", to, cause })).toBeNull();
  });

  it("lets who leads the team open again what was given up, and nothing else", () => {
    expect(STAGES.filter(mayReopen)).toEqual(["disqualified", "lost"]);
    expect(whoMayMove({ from: "lost", to: "lead", cause: "person" })).toBe("manage_team");
  });

  it("ends a nurture only into the pool, or by handing over", () => {
    expect(whoMayMove({ from: "recycled", to: "lead", cause: "nurtured" })).toBe("system");
    expect(whoMayMove({ from: "recycled", to: "marketing_qualified", cause: "nurtured" })).toBe("system");
    expect(whoMayMove({ from: "lost", to: "lead", cause: "nurtured" })).toBeNull();
  });
});

describe("a verdict", () => {
  it.each<[Stage, readonly string[]]>([
    ["lead", ["qualified", "opportunity", "recycled", "disqualified", "lost"]],
    ["marketing_qualified", ["qualified", "opportunity", "recycled", "disqualified", "lost"]],
    ["sales_accepted", ["qualified", "opportunity", "recycled", "disqualified", "lost"]],
    ["sales_qualified", ["opportunity", "recycled", "disqualified", "lost"]],
    ["opportunity", ["recycled", "disqualified", "lost"]],
    ["recycled", ["qualified", "opportunity", "recycled", "disqualified", "lost"]],
    ["customer", []],
    ["disqualified", []],
    ["lost", []],
  ])("on a lead in %s can be %j", (stage, verdicts) => {
    expect(verdictsFor(stage)).toEqual(verdicts);
  });

  it("moves a lead exactly when it is offered, to the stage it names", () => {
    for (const stage of STAGES)
      for (const verdict of VERDICTS) {
        const move = moveOf({ stage, outcome: outcomeOf(verdict), day: DAY });
        expect(move?.to ?? null).toBe(verdictsFor(stage).includes(verdict) ? STAGE_OF_VERDICT[verdict] : null);
      }
  });

  it("of not now keeps the day that was agreed", () => {
    expect(moveOf({ stage: "sales_qualified", outcome: outcomeOf("recycled"), day: DAY })).toEqual({
      to: "recycled",
      returnsOn: DAY + 10,
    });
  });

  it("against a lead needs a reason of its own kind: lost takes the lead's no or a chosen competitor", () => {
    const isTaken = (outcome: unknown) => outcomeSchema.safeParse(outcome).success;
    expect(isTaken({ disposition: "lost" })).toBe(false);
    expect(isTaken({ disposition: "lost", reason: "unreachable" })).toBe(false);
    expect(isTaken({ disposition: "lost", reason: "declined" })).toBe(true);
    expect(isTaken({ disposition: "lost", reason: "competitor" })).toBe(true);
    expect(isTaken({ disposition: "disqualified", reason: "bad_timing" })).toBe(false);
    expect(isTaken({ disposition: "recycled", reason: "bad_timing" })).toBe(false);
    expect(isTaken({ disposition: "recycled", reason: "bad_timing", until: DAY })).toBe(true);
  });
});

describe("the steps of a move", () => {
  it.each<[Stage, Stage, readonly Stage[]]>([
    ["marketing_qualified", "sales_accepted", ["sales_accepted"]],
    ["marketing_qualified", "sales_qualified", ["sales_accepted", "sales_qualified"]],
    ["lead", "opportunity", ["sales_accepted", "sales_qualified", "opportunity"]],
    ["sales_accepted", "opportunity", ["sales_qualified", "opportunity"]],
    ["sales_qualified", "opportunity", ["opportunity"]],
    ["sales_accepted", "recycled", ["recycled"]],
    ["marketing_qualified", "lost", ["lost"]],
  ])("from %s to %s are %j", (from, to, steps) => {
    expect(stepsOf({ from, to })).toEqual(steps);
  });

  it("are each a change that there is, and end where the move ends", () => {
    for (const from of OPEN_STAGES)
      for (const verdict of verdictsFor(from)) {
        const steps = stepsOf({ from, to: STAGE_OF_VERDICT[verdict] });
        expect(steps.at(-1)).toBe(STAGE_OF_VERDICT[verdict]);
        steps.forEach((to, place) => {
          const before = steps[place - 1] ?? from;
          expect(whoMayMove({ from: before, to, cause: "disposition" })).toBe("work_leads");
          expect(isOpen(before)).toBe(true);
        });
      }
  });
});

function outcomeOf(verdict: (typeof VERDICTS)[number]): Outcome {
  switch (verdict) {
    case "qualified":
    case "opportunity":
      return { disposition: verdict };
    case "recycled":
      return { disposition: verdict, reason: "bad_timing", until: DAY + 10 };
    case "disqualified":
      return { disposition: verdict, reason: "bad_fit" };
    case "lost":
      return { disposition: verdict, reason: "declined" };
  }
}
