import { zoneOffset } from "#lib/time/zone-offset.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Hours of every day in which a person is not to be disturbed, in minutes of the local day; they may lie over midnight. */
export type QuietHours = { readonly from: number; readonly until: number };

type Asked = { readonly at: number; readonly quiet: QuietHours | null; readonly timeZone: string };

/** Whether an instant lies in the quiet hours: their first minute does, the one they end at does not. */
export function isQuiet({ at, quiet, timeZone }: Asked): boolean {
  if (quiet === null) return false;
  const { from, until } = quiet;
  const local = at + zoneOffset(at, timeZone);
  const minute = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
  return from < until ? minute >= from && minute < until : from !== until && (minute >= from || minute < until);
}

/**
 * The first instant at or after `at` at which the person may be disturbed. Minute by minute: right as well in
 * a night in which the clocks change, and there are at most 1,500 of them.
 */
export function afterQuiet({ at, quiet, timeZone }: Asked): number {
  if (!isQuiet({ at, quiet, timeZone })) return at;
  let end = Math.floor(at / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  while (isQuiet({ at: end, quiet, timeZone })) end += MINUTE_MS;
  return end;
}
