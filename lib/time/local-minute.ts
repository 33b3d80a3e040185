import { zoneOffset } from "./zone-offset.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The minute of the local day, from 0 to 1439, that an instant falls on in a zone. */
export function localMinute(instantMs: number, timeZone: string): number {
  return Math.floor(((instantMs + zoneOffset(instantMs, timeZone)) % DAY_MS) / MINUTE_MS);
}
