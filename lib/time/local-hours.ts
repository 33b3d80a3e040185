import { zoneOffsets } from "./zone-offset.ts";

const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 24;

/** The hours that have begun in a zone since its 1970 did, of many instants; 0 for those that are not a number. */
export function localHours(instants: Float64Array, timeZone: string): Int32Array {
  const hours = zoneOffsets(instants, timeZone);
  for (let place = 0; place < hours.length; place++)
    hours[place] = Math.floor(((instants[place] ?? Number.NaN) + (hours[place] ?? 0)) / HOUR_MS);
  return hours;
}

/** The epoch day of such an hour. */
export function dayOfHour(hours: number): number {
  return Math.floor(hours / HOURS_A_DAY);
}

/** Its hour of the day, 0 to 23. */
export function hourOfDay(hours: number): number {
  return hours - dayOfHour(hours) * HOURS_A_DAY;
}
