import type { FieldValue } from "#lib/scoring/facts.ts";

const LONGEST_TEXT = 1000;
const MOST_PROPERTIES = 100;

/** Any object of a message. */
export type Said = Readonly<Record<string, unknown>>;

export function isSaid(value: unknown): value is Said {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an event said, as conditions ask for it: see `flatSaid`; null when nothing is left. */
export function propertiesOf(said: Said): Record<string, FieldValue> | null {
  const found = flatSaid(said);
  return found.length === 0 ? null : Object.fromEntries(found.slice(0, MOST_PROPERTIES));
}

/**
 * What is said, by name: `product.name` for what an object in it says, texts of a list. What is neither text, number,
 * yes or no is left out.
 */
export function flatSaid(said: Said): (readonly [string, FieldValue])[] {
  const found: [string, FieldValue][] = [];
  collect(said, "", found);
  return found;
}

/** As deep as a message may be: see `inspect`. */
function collect(said: Said, path: string, found: [string, FieldValue][]): void {
  for (const [name, value] of Object.entries(said)) {
    const key = `${path}${name}`.slice(0, LONGEST_TEXT);
    if (isSaid(value)) collect(value, `${key}.`, found);
    else {
      const field = fieldValueOf(value);
      if (field !== null) found.push([key, field]);
    }
  }
}

/** null for what no field holds. */
export function fieldValueOf(value: unknown): FieldValue | null {
  if (Array.isArray(value)) {
    const texts = value.flatMap((item) => scalarOf(item) ?? []).map((item) => String(item));
    return texts.length === 0 ? null : texts.slice(0, MOST_PROPERTIES);
  }
  return scalarOf(value);
}

function scalarOf(value: unknown): string | number | boolean | null {
  if (typeof value === "string") return cut(value);
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Not within a pair. */
function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT).toWellFormed();
}
