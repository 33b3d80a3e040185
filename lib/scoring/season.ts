import type { Criterion } from "./definition.ts";
import { epochDay } from "./epoch-day.ts";

/**
 * The days on which a criterion gives points, both inclusive. A season is about the day a score
 * belongs to, not about the days of events: a trade-fair criterion counts all its matches while it
 * is in season and none of them afterwards. So making an event older never brings it into a season.
 */
export type Season = { readonly from: number; readonly until: number };

export function compileSeason(active: Criterion["active"]): Season | null {
  if (active === null) return null;
  return {
    from: active.from === null ? -Infinity : epochDay(active.from),
    until: active.until === null ? Infinity : epochDay(active.until),
  };
}

export function isInSeason(season: Season | null, day: number): boolean {
  return season === null || (season.from <= day && day <= season.until);
}
