import { localDay, startOfDay } from "#lib/time/local-day.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const OPENS = 8 * 60 + 30;
const CLOSES = 17 * 60 + 30;

/** Days and working hours of the demo organisation: Monday to Friday, and the day of loading whatever it is. */
export type Calendar = {
  readonly timeZone: string;
  /** The day of loading. */
  readonly today: number;
  /** Nothing of the demo is later. */
  readonly end: number;
  /** The instant of a minute of a local day. */
  at(day: number, minute: number): number;
  dayOf(instant: number): number;
  isWorkday(day: number): boolean;
  /** The instant so many minutes of working time after another. */
  afterWorkingMinutes(instant: number, minutes: number): number;
};

export function createCalendar(given: { readonly timeZone: string; readonly today: number; readonly end: number }) {
  const starts = new Map<number, number>();
  const startOf = (day: number): number => {
    let start = starts.get(day);
    if (start === undefined) {
      start = startOfDay(day, given.timeZone);
      starts.set(day, start);
    }
    return start;
  };
  const calendar: Calendar = {
    ...given,
    at: (day, minute) => Math.round(startOf(day) + minute * MINUTE_MS),
    dayOf: (instant) => localDay(instant, given.timeZone),
    isWorkday: (day) => day === given.today || weekdayOf(day) < 5,
    afterWorkingMinutes(instant, minutes) {
      let day = calendar.dayOf(instant);
      let minute = Math.max(OPENS, (instant - startOf(day)) / MINUTE_MS);
      let left = minutes;
      for (;;) {
        const room = calendar.isWorkday(day) ? Math.max(0, CLOSES - minute) : 0;
        if (left < room) return calendar.at(day, minute + left);
        left -= room;
        day++;
        minute = OPENS;
      }
    },
  };
  return calendar;
}

/** Monday is 0; day 0 of the epoch was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** From 0 (1 January) to 1 (31 December). */
export function partOfYear(day: number): number {
  const date = new Date(day * DAY_MS);
  return (date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / (365.25 * DAY_MS);
}
