import type { Locale } from "./locales.ts";

const DAY_MS = 86_400_000;
/** The product's English writes dates as Britain does. */
const TAGS: Readonly<Record<Locale, string>> = { nl: "nl", en: "en-GB" };

type Part = "weekday" | "month" | "shortMonth" | "year";
const PART_OPTIONS: Readonly<Record<Part, Intl.DateTimeFormatOptions>> = {
  weekday: { weekday: "long" },
  month: { month: "long" },
  shortMonth: { month: "short" },
  year: { year: "numeric" },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(key: string, locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${key} ${locale}`;
  const known = formats.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat(TAGS[locale], options);
  formats.set(name, format);
  return format;
}

/**
 * A local day (epoch day) in words: `weekday` "donderdag", `full` "donderdag 12 maart", `long` "12
 * maart", `short` "12 mrt", the last two with the year when it is not that of `today`. Put together
 * from parts, so that a browser and the server always write the same.
 */
export function formatDay(
  day: number,
  { locale, style, today = day }: { locale: Locale; style: "weekday" | "full" | "long" | "short"; today?: number },
): string {
  const part = (name: Part, of = day) =>
    formatOf(name, locale, { ...PART_OPTIONS[name], timeZone: "UTC" }).format(of * DAY_MS);
  if (style === "weekday") return part("weekday");
  const date = `${new Date(day * DAY_MS).getUTCDate()} ${part(style === "short" ? "shortMonth" : "month").replace(".", "")}`;
  if (style === "full") return `${part("weekday")} ${date}`;
  return part("year") === part("year", today) ? date : `${date} ${part("year")}`;
}

/** A month of the calendar ("2026-03") in words: "March 2026". */
export function formatMonth(month: string, locale: Locale): string {
  const options = { ...PART_OPTIONS.month, ...PART_OPTIONS.year, timeZone: "UTC" };
  return formatOf("month and year", locale, options).format(Date.parse(`${month}-15T12:00:00Z`));
}

/** The time of day of an instant (epoch milliseconds) in a zone, as `09:05`. */
export function formatTime(instantMs: number, { locale, timeZone }: { locale: Locale; timeZone: string }): string {
  return formatOf(`time ${timeZone}`, locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(instantMs);
}
