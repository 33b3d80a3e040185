import type { Moment } from "#lib/scoring/facts.ts";
import { startOfDay } from "#lib/time/local-day.ts";

/** The moment of a day's score: a day before `today` ends with itself, today and later are open. */
export function momentOfDay({
  day,
  today,
  timeZone,
}: {
  readonly day: number;
  readonly today: number;
  readonly timeZone: string;
}): Moment {
  return { day, cut: day < today ? startOfDay(day + 1, timeZone) : null };
}
