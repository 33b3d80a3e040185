import { localDay } from "#lib/time/local-day.ts";
import { localHour } from "#lib/time/local-hour.ts";
import { weekdayOf } from "#lib/working-time/working-time.ts";
import { SPANS, spanOf, type Waiting, waitingOf, waitMinutes } from "./first-touch.ts";
import type { Journeys } from "./journey.ts";

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
  const counts = SPANS.map(() => 0);
  const weekdays = new Map<number, number[]>();
  const hours = new Map<number, number[]>();
  const sources = new Map<string | null, number[]>();
  let untouched = 0;
  journeys.forEach((journey) => {
    const { handedOverAt } = journey;
    if (handedOverAt === null) return;
    const minutes = waitMinutes(journey);
    if (minutes === null) {
      untouched++;
      return;
    }
    const span = spanOf(minutes);
    counts[span] = (counts[span] ?? 0) + 1;
    put(weekdays, weekdayOf(localDay(handedOverAt, timeZone)), minutes);
    put(hours, localHour(handedOverAt, timeZone), minutes);
    put(sources, journey.source, minutes);
  });
  return {
    spans: SPANS.map((until, place) => ({ from: SPANS[place - 1] ?? 0, until, touched: counts[place] ?? 0 })),
    untouched,
    weekdays: waitings(weekdays).sort((one, other) => one.key - other.key),
    hours: waitings(hours).sort((one, other) => one.key - other.key),
    sources: waitings(sources).sort((one, other) => other.median - one.median || other.touched - one.touched),
  };
}

function put<Key>(groups: Map<Key, number[]>, key: Key, minutes: number): void {
  const own = groups.get(key);
  if (own) own.push(minutes);
  else groups.set(key, [minutes]);
}

function waitings<Key>(groups: ReadonlyMap<Key, readonly number[]>): WaitingOf<Key>[] {
  return [...groups].flatMap(([key, minutes]) => {
    const found = waitingOf(minutes);
    return found ? [{ key, ...found }] : [];
  });
}
