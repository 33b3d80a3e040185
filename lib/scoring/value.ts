import type { FieldType, FieldValue } from "./facts.ts";
import { foldText } from "./text.ts";

/** A value ready to be compared: texts are folded, and null is unknown, because missing or of another type. */
export type Value = FieldValue | null;

/** "any" takes what is there, for questions that only ask whether something is. */
export type ValueType = FieldType | "any";

/** Blank texts and empty lists are missing: forms and exports write them where nothing was filled in. */
export function readValue(raw: FieldValue | null | undefined, type: ValueType): Value {
  switch (typeof raw) {
    case "string":
      return type === "text" || type === "any" ? foldText(raw) || null : null;
    case "number":
      return isNumberOf(type, raw) ? raw : null;
    case "boolean":
      return type === "boolean" || type === "any" ? raw : null;
    case "object":
      return raw !== null && raw.length > 0 && (type === "list" || type === "any") ? raw : null;
    default:
      return null;
  }
}

function isNumberOf(type: ValueType, value: number): boolean {
  if (type === "date") return Number.isInteger(value);
  return (type === "number" || type === "any") && Number.isFinite(value);
}
