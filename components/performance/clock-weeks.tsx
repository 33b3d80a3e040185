"use client";

import { useLocale, useTranslations } from "next-intl";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { ShareOf } from "#lib/performance/clock-figures.ts";
import { linksOf, type PerformanceParams } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";

/** Fewer make no line. */
const FEWEST_WEEKS = 3;
/** A line of more is a smear. */
const MOST_WEEKS = 26;

type Props = { weeks: readonly ShareOf<number>[]; params: PerformanceParams };

/** How many clocks of each week were stopped in time. */
export function ClockWeeks({ weeks, params }: Props) {
  const t = useTranslations("performance.clocks");
  const page = useTranslations("performance");
  const locale = useLocale();
  const { whole, interval, shareInFile } = useFigures();
  const linkTo = linksOf(params);
  const shown = weeks.slice(-MOST_WEEKS);
  if (shown.length < FEWEST_WEEKS) return null;
  const nameOf = (monday: number) => formatDay(monday, { locale, style: "short" });
  return (
    <ChartWithTable
      caption={t("byWeek")}
      headings={[t("week"), t("clocks"), t("share"), t("late")]}
      rows={shown.map((week) => ({
        key: String(week.key),
        cells: [
          nameOf(week.key),
          week.of,
          { text: interval(week), file: shareInFile(week) },
          {
            text: String(week.of - week.made),
            href: week.made < week.of ? linkTo({ of: "late", week: week.key }) : undefined,
          },
        ],
      }))}
      unfold={page("numbers")}
    >
      <LineChart
        points={shown.map(({ key, rate }) => ({ name: nameOf(key), values: [{ settled: rate, open: null }] }))}
        lines={[{ name: t("share"), isQuiet: false }]}
        format={whole}
      />
    </ChartWithTable>
  );
}
