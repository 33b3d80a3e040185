import { describe, expect, it } from "vitest";
import { parseDefinition } from "./parse.ts";
import { aDefinition, type WrittenCriterion } from "./test/definitions.ts";

const isNl: WrittenCriterion = {
  type: "attribute",
  key: "nl",
  label: "NL",
  points: 10,
  condition: { field: "country", op: "equals", value: "NL" },
};

describe("what is no definition", () => {
  const problemsOf = (input: unknown) => {
    const parsed = parseDefinition(input);
    return parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path.join(".")}: ${code}`);
  };
  const written = (change: object) => ({ ...structuredClone(aDefinition({ fit: [isNl] })), ...change });
  const withCondition = (condition: unknown) => {
    const fit = { groups: [{ key: "g", label: "G", criteria: [{ ...isNl, condition }] }], thresholds: [1, 2] };
    return problemsOf(written({ axes: { fit, engagement: { groups: [], thresholds: [1, 2] } } })).map((line) =>
      line.replace("axes.fit.groups.0.criteria.0.condition", ""),
    );
  };

  it("is told apart from one, at the place where it goes wrong", () => {
    expect(problemsOf(aDefinition({ fit: [isNl] }))).toEqual([]);
    expect(problemsOf(null)).toEqual([": wrong_type"]);
    expect(problemsOf(undefined)).toEqual([": missing"]);
    expect(problemsOf(written({ kind: "robot" }))).toEqual(["kind: not_an_option"]);
    expect(problemsOf(written({ colour: "red" }))).toEqual(["colour: unknown_setting"]);
    expect(problemsOf(written({ mix: { fit: 40.5, engagement: "60" } }))).toEqual([
      "mix.fit: not_whole",
      "mix.engagement: wrong_type",
    ]);
    expect(problemsOf(written({ qualifies: { combinedAtLeast: 0 } }))).toEqual([
      "qualifies.combinedAtLeast: too_small",
    ]);
    expect(problemsOf(written({ name: { nl: "Model" } }))).toEqual(["name.en: missing"]);
    expect(problemsOf(written({ plays: { Z9: { temperature: "warm", action: "leave", priority: 1 } } }))).toEqual([
      "plays.Z9: invalid_cell",
    ]);
  });

  it("names the part of a condition that is wrong, however deep", () => {
    expect(withCondition(undefined)).toEqual([": missing"]);
    expect(withCondition({})).toMatchObject([expect.stringContaining("empty_condition")]);
    expect(withCondition({ all: [{ field: "country", op: "equals" }] })).toEqual([".all.0.value: missing"]);
    expect(withCondition({ all: [{ not: { any: [{ field: "", op: "is_set" }] } }] })).toEqual([
      ".all.0.not.any.0.field: empty_text",
    ]);
    expect(withCondition({ field: "country", op: "matches", value: "^N" })).toEqual([".op: not_an_option"]);
    expect(withCondition({ field: "employees", op: "at_least", value: "3" })).toEqual([".value: wrong_type"]);
    expect(withCondition({ field: "employees", op: "in", values: [null] })).toEqual([".values.0: wrong_type"]);
  });

  it("is refused before it exhausts the reader", () => {
    const nested = (depth: number): unknown =>
      depth === 0 ? { field: "country", op: "is_set" } : { not: nested(depth - 1) };
    expect(withCondition(nested(30))).toEqual([]);
    expect(withCondition(nested(5000))).toEqual([": nested_too_deep"]);
  });

  it("numbers have their range and at most two decimals", () => {
    const ofPoints = (points: number) => {
      const draft = aDefinition({ fit: [isNl] });
      const criterion = draft.axes.fit.groups[0]?.criteria[0];
      if (criterion) criterion.points = points;
      return problemsOf(draft).map((line) => line.split(": ")[1]);
    };
    expect([1000, -1000, 0.07, 1.15].map(ofPoints)).toEqual([[], [], [], []]);
    expect([1000.01, -1001, 0.005].map(ofPoints)).toEqual([["too_large"], ["too_small"], ["too_many_decimals"]]);
    expect(ofPoints(Number.NaN)).toEqual(["wrong_type"]);
  });
});
