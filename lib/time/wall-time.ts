import { zoneOffset } from "./zone-offset.ts";

const DAY_MS = 86_400_000;

/** What a clock on the wall of some zone shows. */
export type WallTime = { readonly day: number; readonly msOfDay: number };

/** What the clocks of a zone show at an instant. */
export function wallTimeOf(instantMs: number, timeZone: string): WallTime {
  const local = instantMs + zoneOffset(instantMs, timeZone);
  const day = Math.floor(local / DAY_MS);
  return { day, msOfDay: local - day * DAY_MS };
}

/**
 * The instant at which a zone's clocks show a time. A time that they skip counts as the same span
 * behind the jump; of a time that they show twice, the first.
 */
export function instantOfWallTime({ day, msOfDay }: WallTime, timeZone: string): number {
  const asUtc = day * DAY_MS + msOfDay;
  const before = asUtc - zoneOffset(asUtc - DAY_MS, timeZone);
  const after = asUtc - zoneOffset(asUtc + DAY_MS, timeZone);
  if (before === after) return before;
  if (asUtc - zoneOffset(before, timeZone) === before) return before;
  return asUtc - zoneOffset(after, timeZone) === after ? after : before;
}
