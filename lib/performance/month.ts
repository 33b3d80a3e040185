import { localDay } from "#lib/time/local-day.ts";

/** Of the days that were asked for: figures ask for the same few over and over. */
const months = new Map<number, string>();

/** `2026-03` of an epoch day. */
export function monthOfDay(day: number): string {
  const known = months.get(day);
  if (known !== undefined) return known;
  const month = new Date(day * 86_400_000).toISOString().slice(0, 7);
  months.set(day, month);
  return month;
}

export function monthOfInstant(instantMs: number, timeZone: string): string {
  return monthOfDay(localDay(instantMs, timeZone));
}

/** The first day of the month so many months before the one of a day: 0 is the day's own. */
export function startOfMonth(day: number, monthsBefore: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsBefore, 1) / 86_400_000;
}

type Period = { readonly from: number; readonly until: number };

/** The part of a period that lies in a month, `2026-03`; its last day lies before the first when there is none. */
export function withinMonth<Asked extends Period>(period: Asked, month: string): Asked {
  const first = Date.parse(`${month}-01T00:00:00Z`) / 86_400_000;
  return {
    ...period,
    from: Math.max(period.from, first),
    until: Math.min(period.until, startOfMonth(first, -1) - 1),
  };
}
