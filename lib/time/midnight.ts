import { localDay, startOfDay } from "./local-day.ts";

/** The first instant after `instantMs` that lies on another day of the zone; days are 23 to 25 hours long. */
export function nextMidnight(instantMs: number, timeZone: string): number {
  let day = localDay(instantMs, timeZone) + 1;
  // A day that a zone left out begins where the next one does.
  while (startOfDay(day, timeZone) <= instantMs) day++;
  return startOfDay(day, timeZone);
}
