import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { USUAL_CHECKLIST } from "./checklist.ts";
import { ANSWERS, type Answer, FRAMEWORK_ITEMS } from "./frameworks.ts";
import { type GivenAnswer, openQuestions, progressOf, qualify } from "./qualification.ts";

const given = (item: string, answer: Answer, note = ""): GivenAnswer => ({
  answerId: 1,
  item,
  answer,
  note,
  at: 0,
  by: "Femke",
});
const keys = (items: readonly { readonly key: string }[]) => items.map(({ key }) => key);

describe("the qualification of a lead", () => {
  it("is unknown until somebody has asked", () => {
    const nothing = qualify(USUAL_CHECKLIST, []);
    expect(nothing.items.map(({ answer, given }) => [answer, given])).toEqual(Array(4).fill(["unknown", null]));
    expect(progressOf(nothing)).toEqual({ total: 4, answered: 0, yes: 0 });
    expect(keys(openQuestions(nothing))).toEqual(["budget", "authority", "need", "timeline"]);
  });

  it("asks first what nobody knows, then what is known in part", () => {
    const answers = [given("budget", "partly"), given("authority", "no"), given("need", "yes", "Three planners")];
    const qualification = qualify(USUAL_CHECKLIST, answers);
    expect(keys(openQuestions(qualification))).toEqual(["timeline", "budget"]);
    expect(progressOf(qualification)).toEqual({ total: 4, answered: 3, yes: 1 });
    expect(qualification.items[2]).toMatchObject({ note: "Three planners", given: { by: "Femke" } });
  });

  it("keeps an answer when another framework asks the same", () => {
    const money = qualify({ framework: "champ", own: [] }, [given("budget", "yes"), given("need", "yes")]);
    expect(money.items.find(({ key }) => key === "budget")?.answer).toBe("yes");
    expect(progressOf(money)).toEqual({ total: 4, answered: 1, yes: 1 });
  });

  it("has each item either open or settled, never both", () => {
    const answers = fc.array(
      fc.record({
        item: fc.constantFrom(...FRAMEWORK_ITEMS.gpctba_ci, "own_1_1"),
        answer: fc.constantFrom(...ANSWERS),
      }),
    );
    fc.assert(
      fc.property(answers, (all) => {
        const newest = [...new Map(all.map(({ item, answer }) => [item, given(item, answer)])).values()];
        const qualification = qualify({ framework: "gpctba_ci", own: [] }, newest);
        const open = openQuestions(qualification);
        const { answered, total, yes } = progressOf(qualification);
        expect(new Set(keys(open)).size).toBe(open.length);
        expect(open.filter(({ answer }) => answer === "unknown")).toHaveLength(total - answered);
        expect(open.every(({ answer }) => answer === "unknown" || answer === "partly")).toBe(true);
        expect(yes).toBeLessThanOrEqual(answered);
      }),
    );
  });
});
