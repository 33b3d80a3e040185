import { toMajor } from "#lib/money/currency.ts";

const HOUR = 60;
const DAY = 1_440;

/** A sentence of a catalogue, by its name. */
export type SayWords = (key: string, values?: Record<string, string | number>) => string;

export type FigureWriter = ReturnType<typeof figureWriter>;

/** Shares, amounts and spans of time as figures are written; `say` knows the words of `performance.duration`. */
export function figureWriter(locale: string, say: SayWords) {
  const number = (value: number, options: Intl.NumberFormatOptions = {}) => formatOf(locale, options).format(value);
  const percent = (rate: number, digits = 1) =>
    number(rate, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    percent,
    whole: (rate: number) => percent(rate, 0),
    decimals: (value: number, digits: number) =>
      number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    count: (value: number) => number(value),
    money: (minor: number, currency: string) => number(toMajor(minor, currency), { style: "currency", currency }),
    duration,
    /** The same for an axis, in as few letters as will do. */
    shortDuration: (minutes: number) =>
      minutes < DAY ? duration(minutes) : say("daysShort", { days: Math.round(minutes / DAY) }),
  };

  /** Minutes as one or two units: seconds below a minute, minutes below an hour, hours below two days, then days. Never broken over lines. */
  function duration(minutes: number): string {
    return inUnits(minutes).replaceAll(" ", "\u00a0");
  }

  function inUnits(minutes: number): string {
    if (minutes < 1) return say("seconds", { seconds: Math.floor(minutes * 60) });
    const rounded = Math.round(minutes);
    if (rounded < HOUR) return say("minutes", { minutes: rounded });
    if (rounded < 4 * HOUR && rounded % HOUR !== 0)
      return say("hoursMinutes", { hours: Math.floor(rounded / HOUR), minutes: rounded % HOUR });
    if (rounded < 2 * DAY && rounded !== DAY) return say("hours", { hours: Math.round(rounded / HOUR) });
    return say("days", { days: Math.round(rounded / DAY) });
  }
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than using it a hundred times. */
function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}
