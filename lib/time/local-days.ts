import { localDay, startOfDay } from "./local-day.ts";

const DAY_MS = 86_400_000;
/** 1970 to 2105; instants outside are asked for one by one. */
const DAYS = 49_500;

/**
 * `localDay` for millions of instants in one zone. Local time is at most a day off UTC, so an
 * instant lies on the day that UTC has or a neighbour of it: two comparisons with starts of days.
 */
export class LocalDays {
  private readonly timeZone: string;
  /** The first instant of each day since 1970, 0 until it is asked for. */
  private readonly starts = new Float64Array(DAYS + 2);
  /** The day that was given last, from its start up to the next: instants mostly come near each other. */
  private last = { day: 0, from: 0, to: 0 };

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  dayOf(instant: number): number {
    const { last } = this;
    if (instant >= last.from && instant < last.to) return last.day;
    const day = Math.floor(instant / DAY_MS);
    if (day < 1 || day > DAYS) return localDay(instant, this.timeZone);
    last.day = instant < this.startOf(day) ? day - 1 : instant < this.startOf(day + 1) ? day : day + 1;
    last.from = this.startOf(last.day);
    last.to = this.startOf(last.day + 1);
    return last.day;
  }

  private startOf(day: number): number {
    const known = this.starts[day] ?? 0;
    if (known !== 0) return known;
    const start = startOfDay(day, this.timeZone);
    this.starts[day] = start;
    return start;
  }
}
