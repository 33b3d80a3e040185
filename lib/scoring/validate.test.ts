import { describe, expect, it } from "vitest";
import en from "../../messages/en.json" with { type: "json" };
import nl from "../../messages/nl.json" with { type: "json" };
import type { Condition } from "./condition.ts";
import type { Definition } from "./definition.ts";
import { PROBLEM_CODES } from "./problem.ts";
import { aDefinition, CATALOGUE, playsFor, type WrittenCriterion } from "./test/definitions.ts";
import { validateDefinition } from "./validate.ts";

const isNl: WrittenCriterion = {
  type: "attribute",
  key: "nl",
  label: "NL",
  points: 10,
  condition: { field: "country", op: "equals", value: "NL" },
};
const page = {
  type: "event",
  key: "page",
  label: "Page",
  points: 10,
  halfLifeDays: 30,
  events: { types: ["page_view"] },
} satisfies WrittenCriterion;

const told = (definition: Definition) =>
  validateDefinition(definition, CATALOGUE).map(({ path, code }) => `${path.join(".")}: ${code}`);
const ofCriterion = (criterion: WrittenCriterion) =>
  told(aDefinition({ fit: [criterion] })).map((line) => line.replace("axes.fit.groups.0.criteria.0.", ""));
const ofCondition = (condition: Condition) =>
  ofCriterion({ ...isNl, condition }).map((line) => line.replace("condition.", ""));
const ofProperties = (where: Condition) =>
  ofCriterion({ ...page, events: { types: "any", where } }).map((line) => line.replace("events.where.", ""));

/** A definition that the schema would refuse, as an editor may hold it. */
function broken(change: (draft: Definition) => unknown): string[] {
  const draft = structuredClone(aDefinition({ fit: [isNl], engagement: [page] }));
  change(draft);
  return told(draft);
}

describe("a definition that makes sense", () => {
  it("has no problems", () => {
    expect(told(aDefinition({ fit: [isNl], engagement: [page] }))).toEqual([]);
  });
});

describe("a definition is refused, and the place named, when", () => {
  it("thresholds do not rise strictly", () => {
    const engagement = { groups: [], thresholds: [20, 20, 10] };
    expect(told(aDefinition({ fit: [isNl], engagement }))).toEqual([
      "axes.engagement.thresholds.1: thresholds_not_rising",
      "axes.engagement.thresholds.2: thresholds_not_rising",
    ]);
  });

  it("it holds no criterion at all", () => {
    expect(told(aDefinition())).toEqual(["axes: no_criteria"]);
  });

  it("a condition asks nothing", () => {
    for (const condition of [{ all: [] }, { any: [] }, { not: { all: [] } }])
      expect(ofConditionAsTyped(condition)).toMatchObject([{ code: "empty_condition" }]);
  });

  it("a field, an event or a stage does not exist", () => {
    expect(ofCondition({ all: [{ field: "planet", op: "is_set" }] })).toEqual(["all.0.field: unknown_field"]);
    expect(ofCondition({ field: "constructor", op: "is_set" })).toEqual(["field: unknown_field"]);
    expect(ofCriterion({ ...page, events: { types: ["page_view", "teleport"] } })).toEqual([
      "events.types.1: unknown_event_type",
    ]);
    expect(told(aDefinition({ fit: [isNl], stages: ["lead", "ghost"] }))).toEqual(["stages.1: unknown_stage"]);
    expect(told(aDefinition({ fit: [isNl], segment: { field: "planet", op: "is_set" } }))).toEqual([
      "segment.field: unknown_field",
    ]);
  });

  it("a test does not suit the field's type", () => {
    expect(ofCondition({ field: "employees", op: "contains_word", value: "ten" })).toEqual(["op: test_does_not_fit"]);
    expect(ofCondition({ field: "country", op: "at_least", value: 5 })).toEqual(["op: test_does_not_fit"]);
    expect(ofCondition({ field: "country", op: "older_than", days: 5 })).toEqual(["op: test_does_not_fit"]);
    expect(ofCondition({ field: "interests", op: "equals", value: "costs" })).toEqual(["op: test_does_not_fit"]);
    expect(ofCondition({ field: "employees", op: "equals", value: "50" })).toEqual(["value: value_does_not_fit"]);
    expect(ofCondition({ field: "contract_ends", op: "in", values: ["2026-02-28", "2026-02-30", "soon"] })).toEqual([
      "values.1: value_does_not_fit",
      "values.2: value_does_not_fit",
    ]);
  });

  it("a range is the wrong way round, or a word holds no letter", () => {
    expect(ofCondition({ field: "employees", op: "between", from: 50, to: 10 })).toEqual(["to: between_reversed"]);
    expect(ofCondition({ field: "employees", op: "between", from: 50, to: 50 })).toEqual([]);
    expect(ofCondition({ field: "job_title", op: "contains_word", value: "&" })).toEqual(["value: no_word"]);
    expect(ofCondition({ field: "job_title", op: "starts_with", value: "  " })).toEqual(["value: empty_text"]);
  });

  it("a property of an event is asked for its age, or for a mixture", () => {
    expect(ofProperties({ field: "opened", op: "newer_than", days: 3 })).toEqual(["op: property_has_no_age"]);
    expect(ofProperties({ field: "size", op: "in", values: ["10", 10] })).toEqual(["values: mixed_values"]);
    expect(ofProperties({ field: "whatever", op: "at_least", value: 3 })).toEqual([]);
  });

  it("a half-life is 0, or too long", () => {
    const withHalfLife = (halfLifeDays: number) =>
      broken((draft) => Object.assign(draft.axes.engagement.groups[0]?.criteria[0] ?? {}, { halfLifeDays }));
    const problem = "axes.engagement.groups.0.criteria.0.halfLifeDays: half_life_out_of_range";
    expect([0, 1, 3650, 3651].map(withHalfLife)).toEqual([[problem], [], [], [problem]]);
  });

  it("a maximum is 0", () => {
    expect(ofCriterion({ ...page, maximum: 0 })).toEqual(["maximum: maximum_zero"]);
  });

  it("a season ends before it begins", () => {
    expect(ofCriterion({ ...page, active: { from: "2026-03-02", until: "2026-03-01" } })).toEqual([
      "active.until: season_reversed",
    ]);
    expect(ofCriterion({ ...page, active: { from: "2026-03-02", until: "2026-03-02" } })).toEqual([]);
  });

  it("a group's floor lies above its cap", () => {
    const withFloor = (floor: number) =>
      told(aDefinition({ fit: { groups: [{ key: "g", label: "G", cap: 10, floor, criteria: [isNl] }] } }));
    expect(withFloor(10.01)).toEqual(["axes.fit.groups.0.floor: floor_above_cap"]);
    expect(withFloor(10)).toEqual([]);
  });

  it("a key is used twice, on one axis or on both", () => {
    expect(told(aDefinition({ fit: [isNl], engagement: [{ ...page, key: "nl" }] }))).toEqual([
      "axes.engagement.groups.0.criteria.0.key: duplicate_key",
    ]);
    const groups = [1, 2].map((n) => ({ key: "same", label: "Same", criteria: [{ ...isNl, key: `nl_${n}` }] }));
    expect(told(aDefinition({ fit: { groups } }))).toEqual(["axes.fit.groups.1.key: duplicate_key"]);
  });

  it("the mix is neither a mean nor a sum", () => {
    const ofMix = (fit: number, engagement: number) =>
      told(aDefinition({ fit: [isNl], mix: { fit, engagement }, qualifies: { cells: ["A1"] } }));
    expect([ofMix(40, 60), ofMix(0, 100), ofMix(100, 100)]).toEqual([[], [], []]);
    for (const [fit, engagement] of [
      [40, 59],
      [100, 99],
      [0, 0],
    ] as const)
      expect(ofMix(fit, engagement)).toEqual(["mix: mix_not_whole"]);
  });

  it("plays are missing or left over for the cells, or share a priority", () => {
    const { A1: _, ...rest } = playsFor(aDefinition().axes);
    const play = (priority: number) => ({ temperature: "hot" as const, action: "call_now" as const, priority });
    const plays = { ...rest, B1: play(rest.D4?.priority ?? 0), E1: play(99) };
    expect(told(aDefinition({ fit: [isNl], plays }))).toEqual([
      "plays.A1: play_missing",
      "plays.E1: play_surplus",
      "plays.D4.priority: duplicate_priority",
    ]);
  });

  it("who qualifies is a cell that does not exist, or a score that nobody reaches", () => {
    expect(told(aDefinition({ fit: [isNl], qualifies: { cells: ["A1", "E1"] } }))).toEqual([
      "qualifies.cells.1: unknown_cell",
    ]);
    expect(told(aDefinition({ fit: [isNl], qualifies: { combinedAtLeast: 100.01 } }))).toEqual([
      "qualifies.combinedAtLeast: threshold_out_of_reach",
    ]);
    expect(
      told(aDefinition({ fit: [isNl], mix: { fit: 100, engagement: 100 }, qualifies: { combinedAtLeast: 200 } })),
    ).toEqual([]);
  });

  it("several things are wrong: all are told", () => {
    const problems = broken((draft) => {
      Object.assign(draft.axes.engagement.groups[0]?.criteria[0] ?? {}, { halfLifeDays: 0, label: "" });
      Object.assign(draft.mix, { fit: 41 });
    });
    expect(problems).toEqual([
      "axes.engagement.groups.0.criteria.0.label: empty_text",
      "axes.engagement.groups.0.criteria.0.halfLifeDays: half_life_out_of_range",
      "mix: mix_not_whole",
    ]);
  });
});

function ofConditionAsTyped(condition: Condition) {
  const draft = aDefinition({ fit: [isNl] });
  const criterion = draft.axes.fit.groups[0]?.criteria[0];
  if (criterion?.type === "attribute") criterion.condition = condition;
  return validateDefinition(draft, CATALOGUE);
}

describe("every problem", () => {
  it("has a sentence in both languages, and no sentence is left over", () => {
    expect(Object.keys(nl.model.problems).sort()).toEqual([...PROBLEM_CODES].sort());
    expect(Object.keys(en.model.problems).sort()).toEqual([...PROBLEM_CODES].sort());
  });
});
