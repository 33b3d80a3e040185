import { Groups, type Keyed } from "#lib/evaluation/groups.ts";
import { dayOfHour, hourOfDay, localHours } from "#lib/time/local-hours.ts";
import { weekdayOf } from "#lib/working-time/working-time.ts";
import { type Waiting, waitingsOf, waitSpans } from "./first-touch.ts";
import { picked } from "./journey-table.ts";
import { type Journeys, tableOf } from "./journeys.ts";

export type WaitingOf<Key> = Waiting & { readonly key: Key };

/** First touches that came within a span of minutes; `until` null: all longer ones. */
export type SpanCount = { readonly from: number; readonly until: number | null; readonly touched: number };

/** How waits spread, and when leads were handed over, and from which source they were, that waited long. */
export type WaitParts = {
  /** Of the touched, quickest first. */
  readonly spans: readonly SpanCount[];
  /** Handed over, and not touched so far. */
  readonly untouched: number;
  /** By the day of the week (0 is Monday) and the hour of the day of the hand-over, in their own order. */
  readonly weekdays: readonly WaitingOf<number>[];
  readonly hours: readonly WaitingOf<number>[];
  /** null: not known. Longest wait first. */
  readonly sources: readonly WaitingOf<string | null>[];
};

export function waitPartsOf(journeys: Journeys, timeZone: string): WaitParts {
  const { waits, handedOverAt, source, sources } = tableOf(journeys);
  const { values, rows } = waits;
  const bySource = new Groups(values, { keys: sources.all, places: picked(source, rows) });
  const hours = localHours(picked(handedOverAt, rows), timeZone);
  const byWeekday = new Groups(
    values,
    placesOf(hours, WEEKDAYS, (hour) => weekdayOf(dayOfHour(hour))),
  );
  const byHour = new Groups(values, placesOf(hours, HOURS, hourOfDay));
  return {
    spans: waitSpans(values).map(({ from, until, first, end }) => ({ from, until, touched: end - first })),
    untouched: countNumbers(handedOverAt) - values.length,
    weekdays: waitingsOf(byWeekday),
    hours: waitingsOf(byHour),
    sources: waitingsOf(bySource).sort((one, other) => other.median - one.median || other.touched - one.touched),
  };
}

function countNumbers(column: Float64Array): number {
  let count = 0;
  for (let row = 0; row < column.length; row++) if (!Number.isNaN(column[row])) count++;
  return count;
}

const WEEKDAYS = Array.from({ length: 7 }, (_, day) => day);
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Hours by one of the first whole numbers. */
function placesOf(hours: Int32Array, keys: readonly number[], keyOf: (hour: number) => number): Keyed<number> {
  const places = new Int32Array(hours.length);
  for (let row = 0; row < places.length; row++) places[row] = keyOf(hours[row] ?? 0);
  return { keys, places };
}
