import { monthOfDay } from "./month.ts";

/** A tally for each month, found by a day of it: millions are counted for a page, on the same few days. */
export class ByMonth<Tally> {
  private readonly make: () => Tally;
  private readonly months = new Map<string, Tally>();
  private readonly days = new Map<number, Tally>();

  constructor(make: () => Tally) {
    this.make = make;
  }

  /** Of the month of an epoch day. */
  of(day: number): Tally {
    const known = this.days.get(day);
    if (known !== undefined) return known;
    const month = monthOfDay(day);
    const tally = this.months.get(month) ?? this.make();
    this.months.set(month, tally);
    this.days.set(day, tally);
    return tally;
  }

  /** Oldest first; months that nobody asked for are left out. */
  list(): (readonly [month: string, tally: Tally])[] {
    return [...this.months].sort(([one], [other]) => (one < other ? -1 : 1));
  }
}
