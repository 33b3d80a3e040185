import type { Condition, FieldTest } from "#lib/scoring/condition.ts";
import type { FieldType } from "#lib/scoring/facts.ts";

export type TestOp = FieldTest["op"];
/** Properties of events are in no catalogue: their tests decide how they are read. */
export type TestedType = FieldType | "property";

export type Scalar = string | number | boolean;

/** The questions that fit a type, the most asked first. */
export const OPS: Readonly<Record<TestedType, readonly TestOp[]>> = {
  text: ["equals", "in", "contains_word", "starts_with", "ends_with", "is_set"],
  number: ["at_least", "at_most", "between", "equals", "in", "is_set"],
  boolean: ["equals", "is_set"],
  date: ["newer_than", "older_than", "due_within", "equals", "is_set"],
  list: ["list_includes", "is_set"],
  property: [
    "equals",
    "in",
    "contains_word",
    "starts_with",
    "ends_with",
    "at_least",
    "at_most",
    "between",
    "list_includes",
    "is_set",
  ],
};

/** A month: what "recently" and "soon" mean until somebody says otherwise. */
const DAYS = 30;

/** The test asking `op`, with what can be kept of the values it had. */
export function withOp(test: FieldTest, op: TestOp, type: TestedType): FieldTest {
  const { field } = test;
  const [first] = valuesOf(test);
  const number = Number(first ?? 0) || 0;
  const text = first === undefined ? "" : String(first);
  switch (op) {
    case "equals":
      return { field, op, value: blankOf(type, first) };
    case "in":
      return { field, op, values: [blankOf(type, first)] };
    case "contains_word":
    case "starts_with":
    case "ends_with":
    case "list_includes":
      return { field, op, value: text };
    case "between":
      return { field, op, from: number, to: number };
    case "at_least":
    case "at_most":
      return { field, op, value: number };
    case "is_set":
      return { field, op };
    case "older_than":
    case "newer_than":
    case "due_within":
      return { field, op, days: "days" in test ? test.days : DAYS };
  }
}

/** The same question about another field; another one when this one does not fit its type. */
export function withField(test: FieldTest, field: string, type: TestedType): FieldTest {
  const [first = "is_set"] = OPS[type];
  return withOp({ ...test, field }, OPS[type].includes(test.op) ? test.op : first, type);
}

/** Whether a field is filled in: the question that fits every type and needs no answer. */
export function newTest(field: string, type: TestedType): FieldTest {
  return withField({ field, op: "is_set" }, field, type);
}

/** Another condition beside the first: a list grows, anything else becomes a list of two. */
export function joined(condition: Condition, other: Condition, by: "all" | "any"): Condition {
  if (by === "all") return { all: "all" in condition ? [...condition.all, other] : [condition, other] };
  return { any: "any" in condition ? [...condition.any, other] : [condition, other] };
}

/** A list of one says no more than the one; an empty one is nothing. */
export function withoutPart(condition: Condition, index: number): Condition | null {
  const parts = partsOf(condition)?.toSpliced(index, 1);
  if (!parts || parts.length === 0) return null;
  return parts.length === 1 ? (parts[0] ?? null) : withParts(condition, parts);
}

/** What a list of conditions holds; null for one that is no list. */
export function partsOf(condition: Condition): readonly Condition[] | null {
  if ("all" in condition) return condition.all;
  return "any" in condition ? condition.any : null;
}

/** The same kind of list of other parts. */
export function withParts(condition: Condition, parts: readonly Condition[]): Condition {
  return "all" in condition ? { all: [...parts] } : { any: [...parts] };
}

/** Its opposite; turned around twice it is itself again. */
export function negated(condition: Condition): Condition {
  return "not" in condition ? condition.not : { not: condition };
}

/** The values of a test, whatever they are called; days are none. */
export function valuesOf(test: FieldTest): readonly Scalar[] {
  if ("values" in test) return test.values;
  if ("value" in test) return [test.value];
  return "from" in test ? [test.from, test.to] : [];
}

/** One question put with several values. */
export type SameQuestion = { readonly test: FieldTest; readonly values: readonly Scalar[] };

const LISTABLE: readonly TestOp[] = ["equals", "in", "contains_word", "starts_with", "ends_with", "list_includes"];

/** `any` of one question about one field, so that it reads as a list of values; null for everything else. */
export function asOneQuestion(condition: Condition): SameQuestion | null {
  if (!("any" in condition)) return null;
  const [first] = condition.any;
  if (!first || !("op" in first) || !LISTABLE.includes(first.op)) return null;
  const values: Scalar[] = [];
  for (const part of condition.any) {
    if (!("op" in part) || part.op !== first.op || part.field !== first.field) return null;
    values.push(...valuesOf(part));
  }
  return { test: first, values };
}

/** The other way around. */
export function asManyQuestions({ test: { field, op }, values }: SameQuestion, type: TestedType): Condition {
  return { any: values.map((value) => withOp({ field, op: "equals", value }, op, type)) };
}

function blankOf(type: TestedType, value: Scalar | undefined): Scalar {
  switch (type) {
    case "number":
      return Number(value ?? 0) || 0;
    case "boolean":
      return value !== false;
    case "property":
      return value ?? "";
    default:
      return typeof value === "string" ? value : "";
  }
}
