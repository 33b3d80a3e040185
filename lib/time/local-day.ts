import { zoneOffset } from "./zone-offset.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** No zone is further from UTC than this. */
const WIDEST_OFFSET_HOURS = 16;

/** The epoch day (whole days since 1970-01-01) that an instant falls on in a zone. */
export function localDay(instantMs: number, timeZone: string): number {
  return Math.floor((instantMs + zoneOffset(instantMs, timeZone)) / DAY_MS);
}

/**
 * The first instant of an epoch day in a zone: midnight, the end of the gap where clocks jump over
 * midnight, or the start of the next day where a zone left the day out.
 */
export function startOfDay(epochDay: number, timeZone: string): number {
  let after = epochDay * DAY_MS - WIDEST_OFFSET_HOURS * HOUR_MS;
  while (localDay(after, timeZone) < epochDay) after += HOUR_MS;
  let before = after - HOUR_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDay(middle, timeZone) < epochDay) before = middle;
    else after = middle;
  }
  return after;
}

/** An epoch day as an ISO date, `2026-03-12`. */
export function formatEpochDay(epochDay: number): string {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** The epoch day of an ISO date; null when it is none. */
export function parseEpochDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instant)) return null;
  const epochDay = instant / DAY_MS;
  return formatEpochDay(epochDay) === text ? epochDay : null;
}
