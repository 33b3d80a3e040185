import type { Condition, FieldTest } from "./condition.ts";
import { testsOf } from "./condition-tests.ts";
import { epochDay } from "./epoch-day.ts";
import type { FieldCatalogue, FieldType } from "./facts.ts";
import { type Path, type Problem, problem } from "./problem.ts";
import { foldText, spaceWords } from "./text.ts";

/** Which types of field a test can be put to. */
const FITTING_TYPES: Readonly<Record<FieldTest["op"], readonly FieldType[]>> = {
  equals: ["text", "number", "boolean", "date"],
  in: ["text", "number", "boolean", "date"],
  contains_word: ["text"],
  starts_with: ["text"],
  ends_with: ["text"],
  between: ["number"],
  at_least: ["number"],
  at_most: ["number"],
  is_set: ["text", "number", "boolean", "date", "list"],
  list_includes: ["list"],
  older_than: ["date"],
  newer_than: ["date"],
  due_within: ["date"],
};

/** What a condition on fields gets wrong. */
export function conditionProblems(condition: Condition, path: Path, fields: FieldCatalogue): Problem[] {
  return testsOf(condition).flatMap(({ test, path: place }) => {
    const at = [...path, ...place];
    return [...testProblems(test, at), ...fieldProblems(test, at, fields)];
  });
}

/** What a condition on an event's properties gets wrong. They have no types: a test decides how it reads them. */
export function propertyProblems(condition: Condition, path: Path): Problem[] {
  return testsOf(condition).flatMap(({ test, path: place }) => {
    const at = [...path, ...place];
    if (FITTING_TYPES[test.op].every((type) => type === "date"))
      return [problem([...at, "op"], "property_has_no_age", { property: test.field })];
    return [...testProblems(test, at), ...mixedValues(test, at)];
  });
}

/** What is wrong whatever the test is put to. */
function testProblems(test: FieldTest, at: Path): Problem[] {
  if (test.op === "between" && test.from > test.to)
    return [problem([...at, "to"], "between_reversed", { from: test.from, to: test.to })];
  if (test.op === "contains_word" && spaceWords(foldText(test.value)) === "")
    return [problem([...at, "value"], "no_word", { value: test.value })];
  if ("value" in test && typeof test.value === "string" && test.value.trim() === "")
    return [problem([...at, "value"], "empty_text")];
  return [];
}

function fieldProblems(test: FieldTest, at: Path, fields: FieldCatalogue): Problem[] {
  const { field, op } = test;
  const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (type === undefined) return [problem([...at, "field"], "unknown_field", { field })];
  if (!FITTING_TYPES[op].includes(type)) return [problem([...at, "op"], "test_does_not_fit", { field, type, op })];
  if (op === "equals" && !fits(test.value, type))
    return [problem([...at, "value"], "value_does_not_fit", { field, type, value: String(test.value) })];
  if (op !== "in") return [];
  return test.values.flatMap((value, place) =>
    fits(value, type)
      ? []
      : problem([...at, "values", place], "value_does_not_fit", { field, type, value: String(value) }),
  );
}

function fits(value: string | number | boolean, type: FieldType): boolean {
  if (type === "date") return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value);
  if (type === "text") return typeof value === "string" && value.trim() !== "";
  return typeof value === type;
}

/** `2026-02-30` is no day, though a lenient reader makes one of it. */
function isDay(isoDate: string): boolean {
  const day = epochDay(isoDate);
  return Number.isInteger(day) && new Date(isoDate).toISOString().startsWith(isoDate);
}

function mixedValues(test: FieldTest, at: Path): Problem[] {
  if (test.op !== "in" || new Set(test.values.map((value) => typeof value)).size < 2) return [];
  return [problem([...at, "values"], "mixed_values", { property: test.field })];
}
