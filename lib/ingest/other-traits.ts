import { toKey } from "#lib/import/key.ts";
import { FLAGS_FIELD } from "#lib/leads/flags.ts";
import type { FieldCatalogue, FieldType, FieldValue } from "#lib/scoring/facts.ts";
import { fieldValueOf, type Said } from "./properties.ts";
import { leadFieldOf, typedValue, type Values } from "./traits.ts";

/** What of a message is taken otherwise than by a field of this name. */
const TAKEN: readonly string[] = ["id", "name", "email", "address", "company"];
const LONGEST_NAME = 100;
const MOST_OF_A_MESSAGE = 50;

/** Traits that no field keeps and one could, as they were said. */
export function otherTraitsOf(traits: Said, types: FieldCatalogue): Values {
  const others: [string, FieldValue][] = [];
  for (const [name, said] of Object.entries(traits)) {
    const key = toKey(name);
    // Flags are what people noted.
    if (key === null || key === FLAGS_FIELD || TAKEN.includes(name) || name.length > LONGEST_NAME) continue;
    const value = leadFieldOf(name, types) === null ? fieldValueOf(said) : null;
    if (value !== null && value !== "") others.push([name, value]);
  }
  return Object.fromEntries(others.slice(0, MOST_OF_A_MESSAGE));
}

/** A trait that no field keeps, on the page where it can be given one. */
export type OtherTrait = {
  readonly name: string;
  /** Leads of which it was said, among those it was said of last. */
  readonly count: number;
  readonly last: FieldValue;
  /** Epoch milliseconds. */
  readonly lastAt: number;
  /** What a field for it would best be. */
  readonly type: FieldType;
};

/** The first kind of field that holds all of these. */
export function suggestFieldType(values: readonly FieldValue[], timeZone: string): FieldType {
  const holds = (type: FieldType) => values.every((value) => typedValue(value, type, { timeZone }) !== null);
  if (values.some((value) => Array.isArray(value))) return "list";
  if (values.every((value) => typeof value === "boolean")) return "boolean";
  if (values.every((value) => typeof value === "number")) return "number";
  return holds("date") ? "date" : "text";
}
