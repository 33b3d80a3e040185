import type { Condition, FieldTest } from "./condition.ts";

type Place = readonly (string | number)[];

/** All tests of a condition in the order of the document, each with its place in it. */
export function testsOf(condition: Condition, path: Place = []): { test: FieldTest; path: Place }[] {
  if ("all" in condition) return condition.all.flatMap((part, i) => testsOf(part, [...path, "all", i]));
  if ("any" in condition) return condition.any.flatMap((part, i) => testsOf(part, [...path, "any", i]));
  if ("not" in condition) return testsOf(condition.not, [...path, "not"]);
  return [{ test: condition, path }];
}

/** The distinct fields that a condition asks for. */
export function fieldsOf(condition: Condition): string[] {
  return [...new Set(testsOf(condition).map(({ test }) => test.field))];
}
