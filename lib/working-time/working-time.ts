import { localDay } from "#lib/time/local-day.ts";
import { edgeOfWallTime } from "#lib/time/wall-edge.ts";

/** Opening hours within one day: minutes since local midnight, `to` excluded, at most 1440. */
export type Span = { readonly from: number; readonly to: number };

/** Seven lists of spans, Monday first, each in order and without overlap. At least one span in all. */
export type Week = readonly (readonly Span[])[];

/** When an organisation works. */
export type WorkingTime = {
  readonly timeZone: string;
  readonly week: Week;
  /** Epoch days on which it is closed all day. */
  readonly holidays: ReadonlySet<number>;
};

export const MINUTES_A_DAY = 1440;
const MINUTE_MS = 60_000;
const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_EPOCH = 3;

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(epochDay: number): number {
  return (((epochDay + WEEKDAY_OF_EPOCH) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
}

export function isWorkingDay(epochDay: number, workingTime: WorkingTime): boolean {
  return spansOf(epochDay, workingTime).length > 0;
}

/** An instant (epoch milliseconds) itself within opening hours, otherwise the next opening; closing time is closed. */
export function openingAtOrAfter(instantMs: number, workingTime: WorkingTime): number {
  for (const { from, to } of openingsSince(instantMs, workingTime))
    if (to > instantMs) return Math.max(from, instantMs);
  throw new Error("There is always a next opening.");
}

/**
 * The instant by which so many working minutes have passed since another. Minutes that pass on the
 * clock count, whatever the wall shows; when they are used up exactly at closing time, that is the instant.
 */
export function addWorkingMinutes(fromMs: number, minutes: number, workingTime: WorkingTime): number {
  let leftMs = minutes * MINUTE_MS;
  for (const { from, to } of openingsSince(fromMs, workingTime)) {
    const start = Math.max(from, fromMs);
    if (to <= start) continue;
    if (leftMs <= to - start) return start + leftMs;
    leftMs -= to - start;
  }
  throw new Error("There is always a next opening.");
}

/** Working minutes, with fractions, that pass from one instant to a later one; 0 when it is not later. */
export function workingMinutesBetween(fromMs: number, toMs: number, workingTime: WorkingTime): number {
  let totalMs = 0;
  for (const { from, to } of openingsSince(fromMs, workingTime)) {
    if (from >= toMs) break;
    totalMs += Math.max(0, Math.min(to, toMs) - Math.max(from, fromMs));
  }
  return totalMs / MINUTE_MS;
}

/** The openings of the day of an instant and of all days after it, as instants, in order. It does not end. */
function* openingsSince(instantMs: number, workingTime: WorkingTime): Generator<Span, void> {
  const { week, timeZone } = workingTime;
  if (week.every((spans) => spans.length === 0)) throw new Error("An organisation that never works has no opening.");
  for (let day = localDay(instantMs, timeZone); ; day++) yield* openingsOf(day, workingTime);
}

/** The openings of a day as instants, in order. */
export function openingsOf(day: number, workingTime: WorkingTime): Span[] {
  const { timeZone } = workingTime;
  const edge = (minute: number) => edgeOfWallTime({ day, msOfDay: minute * MINUTE_MS }, timeZone);
  const openings = spansOf(day, workingTime).map((span) => ({ from: edge(span.from), to: edge(span.to) }));
  // Hours that clocks skip are no opening.
  return openings.filter(({ from, to }) => from < to);
}

function spansOf(epochDay: number, { week, holidays }: WorkingTime): readonly Span[] {
  return holidays.has(epochDay) ? [] : (week[weekdayOf(epochDay)] ?? []);
}
