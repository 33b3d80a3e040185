import type { FieldTest } from "./condition.ts";
import type { ValueType } from "./value.ts";

/** Properties of events are in no catalogue, so a test itself says as which type it reads them. */
export function propertyType(test: FieldTest): ValueType {
  switch (test.op) {
    case "is_set":
      return "any";
    case "equals":
      return typeOfScalar(test.value);
    case "in":
      return typeOfScalar(test.values[0] ?? "");
    case "contains_word":
    case "starts_with":
    case "ends_with":
      return "text";
    case "between":
    case "at_least":
    case "at_most":
      return "number";
    case "list_includes":
      return "list";
    case "older_than":
    case "newer_than":
    case "due_within":
      return "date";
  }
}

function typeOfScalar(value: string | number | boolean): ValueType {
  switch (typeof value) {
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      return "text";
  }
}
