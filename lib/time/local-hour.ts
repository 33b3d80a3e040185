import { zoneOffset } from "./zone-offset.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The hour of the day, 0 to 23, at an instant in a zone. */
export function localHour(instantMs: number, timeZone: string): number {
  const local = instantMs + zoneOffset(instantMs, timeZone);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / HOUR_MS);
}
