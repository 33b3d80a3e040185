import { localDay, startOfDay } from "#lib/time/local-day.ts";
import { instantOfWallTime } from "#lib/time/wall-time.ts";
import type { DateOrder } from "./mapping.ts";

/** A point in time as a cell says it: an instant, a time on the wall of some zone, or a whole day. */
export type Moment =
  | { readonly kind: "instant"; readonly at: number }
  | { readonly kind: "wall"; readonly day: number; readonly msOfDay: number }
  | { readonly kind: "day"; readonly day: number };

/** `fileZone`: of times written without a zone; `localZone`: the organisation's, in which days are counted. */
export type Zones = { readonly fileZone: string; readonly localZone: string };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DATE = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:(?:[T,]|\s)\s*(.+))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2}))?$/;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?(?:\d{2})?)?$/i;
const EPOCH = /^-?\d{1,16}(?:\.\d+)?$/;
/** Years written with two digits: up to this one they mean this century. */
const LAST_SHORT_YEAR = 69;

/** What a cell says of a time; null when it says none in this order. */
export function readMoment(text: string, order: DateOrder): Moment | null {
  const cell = text.trim();
  if (order === "epoch_seconds" || order === "epoch_milliseconds")
    return readEpoch(cell, order === "epoch_seconds" ? 1000 : 1);
  if (order === "compact") return readCompact(cell);
  const found = DATE.exec(cell);
  if (!found) return null;
  const [, first = "", second = "", third = "", rest] = found;
  // A year of four digits in front leaves no doubt.
  const isYearFirst = order === "year_first" || first.length === 4;
  const year = isYearFirst ? first : third;
  if (year.length !== 4 && (year.length !== 2 || isYearFirst)) return null;
  const [month, day] = isYearFirst ? [second, third] : order === "day_first" ? [second, first] : [first, second];
  const epochDay = toEpochDay(fullYear(year), Number(month), Number(day));
  return epochDay === null ? null : withTime(epochDay, rest);
}

function readEpoch(cell: string, factor: number): Moment | null {
  return EPOCH.test(cell) ? { kind: "instant", at: Math.trunc(Number(cell) * factor) } : null;
}

function readCompact(cell: string): Moment | null {
  const [, year, month, day, ...time] = COMPACT.exec(cell) ?? [];
  const epochDay = toEpochDay(Number(year), Number(month), Number(day));
  return epochDay === null ? null : withTime(epochDay, time[0] === undefined ? undefined : time.join(":"));
}

function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value <= LAST_SHORT_YEAR ? 2000 + value : 1900 + value;
}

function toEpochDay(year: number, month: number, day: number): number | null {
  const instant = Date.UTC(year, month - 1, day);
  const isThatDay = new Date(instant).getUTCDate() === day && month >= 1 && month <= 12;
  return isThatDay ? instant / DAY_MS : null;
}

function withTime(day: number, text: string | undefined): Moment | null {
  if (text === undefined) return { kind: "day", day };
  const found = TIME.exec(text);
  if (!found) return null;
  const [, hour = "", minute = "", second = "0", fraction = "", half, zone] = found;
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  if (hours > 23 || (half && Number(hour) > 12) || Number(minute) > 59 || Number(second) > 59) return null;
  const milliseconds = Math.trunc(Number(`0.${fraction || "0"}`) * 1000);
  const msOfDay = hours * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * 1000 + milliseconds;
  if (!zone) return { kind: "wall", day, msOfDay };
  return { kind: "instant", at: day * DAY_MS + msOfDay - offsetOf(zone) };
}

function offsetOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!found) return 0;
  const [, sign, hours, minutes = "0"] = found;
  return (sign === "-" ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS);
}

/** The instant; a whole day counts from its first. */
export function instantOf(moment: Moment, { fileZone, localZone }: Zones): number {
  if (moment.kind === "instant") return moment.at;
  return moment.kind === "day" ? startOfDay(moment.day, localZone) : instantOfWallTime(moment, fileZone);
}

/** The day: as written, or of the instant where the organisation is. */
export function dayOf(moment: Moment, { localZone }: Zones): number {
  return moment.kind === "instant" ? localDay(moment.at, localZone) : moment.day;
}
