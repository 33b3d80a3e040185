import { toKey } from "#lib/import/key.ts";
import type { FIELD_ENTITIES } from "#lib/leads/fields.ts";
import { FLAGS_FIELD } from "#lib/leads/flags.ts";
import type { FieldCatalogue, FieldType, FieldValue } from "#lib/scoring/facts.ts";
import { flatSaid, type Said } from "./properties.ts";
import { accountFieldOf, leadFieldOf, traitsOfLead, typedValue, type Values } from "./traits.ts";

/** Whom trackers tell of. */
export type TraitOwner = (typeof FIELD_ENTITIES)[number];

/** What of a message is taken otherwise than by a field of this name. */
const TAKEN: readonly string[] = ["id", "name", "email", "company"];
const LONGEST_NAME = 100;
const MOST_OF_A_MESSAGE = 50;

/** Traits of a person that no field keeps and one could, as they were said; those in objects as `address.street`. */
export function otherTraitsOf(traits: Said, types: FieldCatalogue): Values {
  return others(traitsOfLead(traits), (name) => leadFieldOf(name, types));
}

/** As `otherTraitsOf`, of a company. */
export function otherCompanyTraitsOf(traits: Said, types: FieldCatalogue): Values {
  return others(flatSaid(traits), (name) => accountFieldOf(name, types));
}

function others(said: readonly (readonly [string, FieldValue])[], fieldOf: (name: string) => string | null): Values {
  const found = said.filter(([name, value]) => {
    const key = toKey(name);
    // Flags are what people noted.
    if (key === null || key === FLAGS_FIELD || TAKEN.includes(name) || name.length > LONGEST_NAME) return false;
    return value !== "" && fieldOf(name) === null;
  });
  return Object.fromEntries(found.slice(0, MOST_OF_A_MESSAGE));
}

/** A trait that no field keeps, on the page where it can be given one. */
export type OtherTrait = {
  /** Of whom it is said. */
  readonly of: TraitOwner;
  readonly name: string;
  /** Leads or companies of which it was said, among those it was said of last. */
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
