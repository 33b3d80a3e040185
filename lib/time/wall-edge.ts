import type { WallTime } from "./wall-time.ts";
import { zoneOffset } from "./zone-offset.ts";

const DAY_MS = 86_400_000;

/**
 * The first instant at which a zone's clocks show a time or a later one: of a time that they show
 * twice the first, of one that they skip the jump itself. So edges never stand in another order than
 * the times they belong to, and two spans of a day that do not overlap on the wall never do.
 */
export function edgeOfWallTime({ day, msOfDay }: WallTime, timeZone: string): number {
  const asUtc = day * DAY_MS + msOfDay;
  const first = asUtc - zoneOffset(asUtc - DAY_MS, timeZone);
  if (first + zoneOffset(first, timeZone) === asUtc) return first;
  const second = asUtc - zoneOffset(asUtc + DAY_MS, timeZone);
  if (second + zoneOffset(second, timeZone) === asUtc) return second;
  let [before, after] = [second, first];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + zoneOffset(middle, timeZone) < asUtc) before = middle;
    else after = middle;
  }
  return after;
}
