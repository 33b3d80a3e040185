import { useFormatter, useTranslations } from "next-intl";
import { type FileColumn, inFile } from "#components/charts/file-columns.ts";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import { toMajor } from "#lib/money/currency.ts";

const HOUR = 60;
const DAY = 1_440;

/** Months of several years are told with theirs. */
function yearStyle(months: readonly { readonly month: string }[]): Pick<Intl.DateTimeFormatOptions, "year"> {
  return new Set(months.map(({ month }) => month.slice(0, 4))).size > 1 ? { year: "2-digit" } : {};
}

/** Shares, amounts and spans of time as the page writes them. */
export function useFigures() {
  const t = useTranslations("performance");
  const format = useFormatter();
  const percent = (rate: number, digits = 1) =>
    format.number(rate, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits });
  const whole = (rate: number) => percent(rate, 0);
  return {
    percent,
    whole,
    /** "18.7%, between 12.0% and 25.1%", for who does not see the line. */
    interval: ({ rate, low, high }: Proportion) =>
      rate === null ? "" : t("interval", { rate: percent(rate), low: percent(low), high: percent(high) }),
    /** The same in a file. */
    shareInFile: ({ rate, low, high }: Proportion, ...more: readonly FileColumn[]) =>
      inFile([
        ["", rate],
        [t("file.low"), rate === null ? null : low],
        [t("file.high"), rate === null ? null : high],
        ...more,
      ]),
    /** A month of the calendar ("2026-03") in words. */
    monthName: (month: string, style: Pick<Intl.DateTimeFormatOptions, "month" | "year">) =>
      format.dateTime(new Date(`${month}-15T12:00:00Z`), { ...style, timeZone: "UTC" }),
    yearStyle,
    money: (minor: number, currency: string) =>
      format.number(toMajor(minor, currency), { style: "currency", currency }),
    duration,
    /** The same for an axis, in as few letters as will do. */
    shortDuration: (minutes: number) =>
      minutes < DAY ? duration(minutes) : t("duration.daysShort", { days: Math.round(minutes / DAY) }),
  };

  /** Minutes as one or two units: minutes below an hour, hours below two days, then days. Never broken over lines. */
  function duration(minutes: number): string {
    return inUnits(minutes).replaceAll(" ", "\u00a0");
  }

  function inUnits(minutes: number): string {
    const rounded = Math.round(minutes);
    if (rounded < HOUR) return t("duration.minutes", { minutes: rounded });
    if (rounded < 4 * HOUR && rounded % HOUR !== 0)
      return t("duration.hoursMinutes", { hours: Math.floor(rounded / HOUR), minutes: rounded % HOUR });
    if (rounded < 2 * DAY && rounded !== DAY) return t("duration.hours", { hours: Math.round(rounded / HOUR) });
    return t("duration.days", { days: Math.round(rounded / DAY) });
  }
}
