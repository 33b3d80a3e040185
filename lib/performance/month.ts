import { localDay } from "#lib/time/local-day.ts";

/** `2026-03` of an epoch day. */
export function monthOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7);
}

export function monthOfInstant(instantMs: number, timeZone: string): string {
  return monthOfDay(localDay(instantMs, timeZone));
}

/** The first day of the month so many months before the one of a day: 0 is the day's own. */
export function startOfMonth(day: number, monthsBefore: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsBefore, 1) / 86_400_000;
}
