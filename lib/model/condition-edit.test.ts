import { expect, test } from "vitest";
import type { FieldTest } from "#lib/scoring/condition.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import {
  asManyQuestions,
  asOneQuestion,
  joined,
  negated,
  newTest,
  OPS,
  type TestedType,
  withField,
  withOp,
  withoutPart,
} from "./condition-edit.ts";
import { starterDefinition } from "./test/starter.ts";

const country: FieldTest = { field: "country", op: "equals", value: "NL" };
const size: FieldTest = { field: "account.employees", op: "at_least", value: 50 };

test("another question keeps the values that mean the same", () => {
  expect(withOp(country, "in", "text")).toEqual({ field: "country", op: "in", values: ["NL"] });
  expect(withOp(country, "starts_with", "text")).toEqual({ field: "country", op: "starts_with", value: "NL" });
  expect(withOp(size, "between", "number")).toEqual({ field: "account.employees", op: "between", from: 50, to: 50 });
  const due: FieldTest = { field: "trial_ends", op: "due_within", days: 7 };
  expect(withOp(due, "newer_than", "date")).toEqual({ field: "trial_ends", op: "newer_than", days: 7 });
});

test("another field keeps the question where it fits its type", () => {
  expect(withField(country, "city", "text")).toEqual({ field: "city", op: "equals", value: "NL" });
  expect(withField(country, "account.employees", "number")).toEqual({
    field: "account.employees",
    op: "equals",
    value: 0,
  });
  expect(withField(size, "country", "text")).toEqual({ field: "country", op: "equals", value: "" });
});

test("every question offered for a type fits it", () => {
  const types: Exclude<TestedType, "property">[] = ["text", "number", "boolean", "date", "list"];
  const unfit = types.flatMap((type) =>
    OPS[type].flatMap((op) => {
      const definition = { ...starterDefinition(), segment: withOp(newTest("asked", type), op, type) };
      const problems = validateDefinition(definition, { fields: { asked: type }, eventTypes: [], stages: [] });
      return problems.filter(({ code }) => code === "test_does_not_fit");
    }),
  );
  expect(unfit).toEqual([]);
});

test("conditions are joined by and or or, flat where the word is the same", () => {
  const both = joined(country, size, "all");
  expect(both).toEqual({ all: [country, size] });
  expect(joined(both, country, "all")).toEqual({ all: [country, size, country] });
  expect(joined(both, country, "any")).toEqual({ any: [both, country] });
});

test("a list from which all but one is taken is that one, and the last taken leaves nothing", () => {
  const both = joined(country, size, "any");
  expect(withoutPart(both, 0)).toEqual(size);
  expect(withoutPart({ any: [size] }, 0)).toBeNull();
  expect(withoutPart(joined(both, country, "any"), 1)).toEqual({ any: [country, country] });
});

test("not twice is as before", () => {
  expect(negated(negated(size))).toEqual(size);
});

test("one question with many answers reads as a list and goes back to what it was", () => {
  const words = {
    any: ["head", "director"].map((value): FieldTest => ({ field: "job_title", op: "contains_word", value })),
  };
  const same = asOneQuestion(words);
  expect(same?.values).toEqual(["head", "director"]);
  expect(same && asManyQuestions(same, "text")).toEqual(words);
  expect(asOneQuestion({ any: [country, size] })).toBeNull();
  expect(asOneQuestion({ any: [size, { ...size, value: 10 }] })).toBeNull();
  expect(asOneQuestion({ all: words.any })).toBeNull();
});
