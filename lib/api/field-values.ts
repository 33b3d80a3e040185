import type { FieldCatalogue, FieldValue } from "#lib/scoring/facts.ts";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";

type Values = Readonly<Record<string, FieldValue | null>>;

/** Values as the API shows them: a date as `2026-03-12`, and nothing of what is empty. */
export function showValues(values: Values, types: FieldCatalogue): Record<string, FieldValue> {
  const shown: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(values)) if (value !== null) shown[key] = showValue(value, types[key]);
  return shown;
}

export function showValue(value: FieldValue, type: FieldCatalogue[string] | undefined): FieldValue {
  return type === "date" && typeof value === "number" ? formatEpochDay(value) : value;
}

/** Values as they are stored. What is no date of a date's field stays a text, which that field refuses. */
export function readValues(values: Values, types: FieldCatalogue): Record<string, FieldValue | null> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const isDate = types[key] === "date" && typeof value === "string";
      return [key, isDate ? (parseEpochDay(value) ?? value) : value];
    }),
  );
}

const OF_ACCOUNT = "account.";

/** Keys of an account's fields without what tells them from a lead's. */
export function withoutPrefix<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key.startsWith(OF_ACCOUNT) ? key.slice(OF_ACCOUNT.length) : key,
      value,
    ]),
  );
}

export function withPrefix<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [OF_ACCOUNT + key, value]));
}
