import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type FileColumn, inFile } from "#components/charts/file-columns.ts";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import { figureWriter } from "#lib/performance/write-figures.ts";

/** Months of several years are told with theirs, in full: "January 26" is a day. */
function yearStyle(months: readonly { readonly month: string }[]): Pick<Intl.DateTimeFormatOptions, "year"> {
  return new Set(months.map(({ month }) => month.slice(0, 4))).size > 1 ? { year: "numeric" } : {};
}

/** Shares, amounts and spans of time as the page writes them. */
export function useFigures() {
  const t = useTranslations("performance");
  const format = useFormatter();
  const { percent, whole, decimals, money, duration, shortDuration } = figureWriter(useLocale(), (key, values) =>
    t(`duration.${key}`, values),
  );
  return {
    percent,
    whole,
    decimals,
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
    money,
    duration,
    shortDuration,
  };
}
