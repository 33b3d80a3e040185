import { Groups, type Keyed } from "#lib/evaluation/groups.ts";
import { dayOfHour, hourOfDay, localHours } from "#lib/time/local-hours.ts";
import { weekdayOf } from "#lib/working-time/working-time.ts";
import { SPANS, spanOf, type Waiting, waitingsOf } from "./first-touch.ts";
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
  const { minutes, handedOverAt, source, sources } = tableOf(journeys);
  const bySource = new Groups(minutes, { keys: sources.all, places: source });
  const hours = localHours(handedOverAt, timeZone);
  const byWeekday = new Groups(
    minutes,
    placesOf(hours, WEEKDAYS, (hour) => weekdayOf(dayOfHour(hour))),
  );
  const byHour = new Groups(minutes, placesOf(hours, HOURS, hourOfDay));
  return {
    ...countSpans(minutes, handedOverAt),
    weekdays: waitingsOf(byWeekday),
    hours: waitingsOf(byHour),
    sources: waitingsOf(bySource).sort((one, other) => other.median - one.median || other.touched - one.touched),
  };
}

function countSpans(minutes: Float64Array, handedOverAt: Float64Array): Pick<WaitParts, "spans" | "untouched"> {
  const counts = SPANS.map(() => 0);
  let untouched = 0;
  for (let row = 0; row < minutes.length; row++) {
    const waited = minutes[row] ?? Number.NaN;
    if (!Number.isNaN(waited)) {
      const span = spanOf(waited);
      counts[span] = (counts[span] ?? 0) + 1;
    } else if (!Number.isNaN(handedOverAt[row])) untouched++;
  }
  const spans = SPANS.map((until, place) => ({ from: SPANS[place - 1] ?? 0, until, touched: counts[place] ?? 0 }));
  return { spans, untouched };
}

const WEEKDAYS = Array.from({ length: 7 }, (_, day) => day);
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Hours by one of the first whole numbers. */
function placesOf(hours: Int32Array, keys: readonly number[], keyOf: (hour: number) => number): Keyed<number> {
  const places = new Int32Array(hours.length);
  for (let row = 0; row < places.length; row++) places[row] = keyOf(hours[row] ?? 0);
  return { keys, places };
}
