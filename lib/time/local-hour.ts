import { zoneOffset } from "./zone-offset.ts";

const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 24;

/** The hour of the day, 0 to 23, at an instant in a zone. */
export function localHour(instantMs: number, timeZone: string): number {
  return Math.floor((instantMs + zoneOffset(instantMs, timeZone)) / HOUR_MS) % HOURS_A_DAY;
}
