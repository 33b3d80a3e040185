"use client";

import { useLocale, useTranslations } from "next-intl";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { ShareOf } from "#lib/performance/clock-figures.ts";
import { useFigures } from "./use-figures.ts";

/** Fewer make no line. */
const FEWEST_WEEKS = 3;
/** A line of more is a smear. */
const MOST_WEEKS = 26;

/** How many clocks of each week were stopped in time. */
export function ClockWeeks({ weeks }: { weeks: readonly ShareOf<number>[] }) {
  const t = useTranslations("performance.clocks");
  const locale = useLocale();
  const { whole, interval, shareInFile } = useFigures();
  const shown = weeks.slice(-MOST_WEEKS);
  if (shown.length < FEWEST_WEEKS) return null;
  const nameOf = (monday: number) => formatDay(monday, { locale, style: "short" });
  return (
    <ChartWithTable
      caption={t("byWeek")}
      headings={[t("week"), t("clocks"), t("share")]}
      rows={shown.map((week) => ({
        key: String(week.key),
        cells: [nameOf(week.key), week.of, { text: interval(week), file: shareInFile(week) }],
      }))}
    >
      <LineChart
        points={shown.map(({ key, rate }) => ({ name: nameOf(key), values: [{ settled: rate, open: null }] }))}
        lines={[{ name: t("share"), isQuiet: false }]}
        format={whole}
      />
    </ChartWithTable>
  );
}
