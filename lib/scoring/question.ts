import type { Condition, FieldTest } from "./condition.ts";
import { epochDay } from "./epoch-day.ts";
import type { Frame } from "./frame.ts";
import { foldText, remembered, spaceWords } from "./text.ts";
import type { Value, ValueType } from "./value.ts";

/** Kleene's three values in order, so that `all` is the least, `any` the greatest and `not` the mirror. */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type Truth = typeof FALSE | typeof UNKNOWN | typeof TRUE;

/** A condition as a function, made once and asked for every lead. */
export type Question = (frame: Frame) => Truth;

/** Tells where the frame holds what a test asks about, and as which type it is to be read. */
export type Placing = (test: FieldTest) => { readonly place: number; readonly type: ValueType };

export function compileCondition(condition: Condition, placing: Placing): Question {
  if ("all" in condition) return all(condition.all.map((part) => compileCondition(part, placing)));
  if ("any" in condition) return any(condition.any.map((part) => compileCondition(part, placing)));
  if ("not" in condition) return not(compileCondition(condition.not, placing));
  return compileTest(condition, placing);
}

function all(questions: readonly Question[]): Question {
  return (frame) => {
    let least: Truth = TRUE;
    for (const ask of questions) {
      const answer = ask(frame);
      if (answer === FALSE) return FALSE;
      if (answer < least) least = answer;
    }
    return least;
  };
}

function any(questions: readonly Question[]): Question {
  return (frame) => {
    let greatest: Truth = FALSE;
    for (const ask of questions) {
      const answer = ask(frame);
      if (answer === TRUE) return TRUE;
      if (answer > greatest) greatest = answer;
    }
    return greatest;
  };
}

const MIRROR: readonly Truth[] = [TRUE, UNKNOWN, FALSE];

function not(ask: Question): Question {
  return (frame) => MIRROR[ask(frame)] ?? UNKNOWN;
}

function compileTest(test: FieldTest, placing: Placing): Question {
  const { place, type } = placing(test);
  switch (test.op) {
    case "is_set":
      return (frame) => (frame.values[place] === null ? FALSE : TRUE);
    case "equals":
      return oneOf([test.value], place, type);
    case "in":
      return oneOf(test.values, place, type);
    case "contains_word": {
      const words = spaceWords(foldText(test.value));
      return ofText(
        place,
        remembered((text) => spaceWords(text).includes(words)),
      );
    }
    case "starts_with": {
      const start = foldText(test.value);
      return ofText(place, (text) => text.startsWith(start));
    }
    case "ends_with": {
      const end = foldText(test.value);
      return ofText(place, (text) => text.endsWith(end));
    }
    case "between":
      return ofNumber(place, (value) => value >= test.from && value <= test.to);
    case "at_least":
      return ofNumber(place, (value) => value >= test.value);
    case "at_most":
      return ofNumber(place, (value) => value <= test.value);
    case "list_includes":
      return includes(place, foldText(test.value));
    case "older_than":
      return ofAge(place, (ageDays) => ageDays > test.days);
    case "newer_than":
      return ofAge(place, (ageDays) => ageDays >= 0 && ageDays <= test.days);
    case "due_within":
      return ofAge(place, (ageDays) => -ageDays >= 0 && -ageDays <= test.days);
  }
}

function oneOf(expected: readonly (string | number | boolean)[], place: number, type: ValueType): Question {
  const values = new Set<Value>(expected.map((value) => readExpected(value, type)));
  const [only] = values;
  if (values.size === 1)
    return (frame) => {
      const value = frame.values[place];
      return value === only ? TRUE : value === null ? UNKNOWN : FALSE;
    };
  return (frame) => {
    const value = frame.values[place] ?? null;
    return value === null ? UNKNOWN : values.has(value) ? TRUE : FALSE;
  };
}

/** Dates are written as ISO dates in a definition. */
function readExpected(value: string | number | boolean, type: ValueType): Value {
  if (typeof value !== "string") return value;
  return type === "date" ? epochDay(value) : foldText(value);
}

function ofText(place: number, holds: (text: string) => boolean): Question {
  return (frame) => {
    const value = frame.values[place];
    return typeof value === "string" ? (holds(value) ? TRUE : FALSE) : UNKNOWN;
  };
}

function ofNumber(place: number, holds: (value: number) => boolean): Question {
  return (frame) => {
    const value = frame.values[place];
    return typeof value === "number" ? (holds(value) ? TRUE : FALSE) : UNKNOWN;
  };
}

function ofAge(place: number, holds: (ageDays: number) => boolean): Question {
  return (frame) => {
    const value = frame.values[place];
    return typeof value === "number" ? (holds(frame.day - value) ? TRUE : FALSE) : UNKNOWN;
  };
}

function includes(place: number, expected: string): Question {
  return (frame) => {
    const value = frame.values[place];
    if (value === null || typeof value !== "object") return UNKNOWN;
    for (const item of value) if (foldText(item) === expected) return TRUE;
    return FALSE;
  };
}
