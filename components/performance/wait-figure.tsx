"use client";

import { useTranslations } from "next-intl";
import { BarChart } from "#components/charts/bar-chart.tsx";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import type { SpanRate, WaitFinding } from "#lib/performance/first-touch.ts";
import { Figure } from "./figure.tsx";
import { useFigures } from "./use-figures.ts";

type Props = { rates: readonly SpanRate[]; finding: WaitFinding; windowDays: number };

/** What waiting costs: SQLs of those who were touched soon, and late. */
export function WaitFigure({ rates, finding, windowDays }: Props) {
  const t = useTranslations("performance");
  const { whole, interval, shareInFile, duration, shortDuration } = useFigures();
  const title = sentence();
  const counted = rates.reduce((sum, { of }) => sum + of, 0);
  return (
    <Figure id="performance-wait" finding={title} caption={t("wait.caption", { days: windowDays })}>
      {counted === 0 ? (
        <p className="type-prose text-ink-2">{t("tooFew", { count: 0 })}</p>
      ) : (
        <ChartWithTable
          caption={title}
          headings={[t("wait.span"), t("wait.n"), t("wait.share")]}
          rows={rates.map((rate) => ({
            key: String(rate.from),
            cells: [
              longSpan(rate),
              rate.of,
              { text: rate.rate === null ? "–" : interval(rate), file: shareInFile(rate) },
            ],
          }))}
        >
          <BarChart
            bars={rates.map((rate) => ({
              name: shortSpan(rate),
              detail: String(rate.of),
              value: rate.rate,
              low: rate.low,
              high: rate.high,
            }))}
            format={whole}
          />
        </ChartWithTable>
      )}
    </Figure>
  );

  function sentence(): string {
    switch (finding.kind) {
      case "costs":
        return t("wait.finding", { quick: whole(finding.quick.rate ?? 0), slow: whole(finding.slow.rate ?? 0) });
      case "chance":
        return t("wait.findingNone");
      case "few":
        return t("wait.findingFew");
    }
  }

  function shortSpan({ from, until }: SpanRate): string {
    return until === null ? `> ${shortDuration(from)}` : `< ${shortDuration(until)}`;
  }

  function longSpan({ from, until }: SpanRate): string {
    if (until === null) return t("wait.over", { from: duration(from) });
    if (from === 0) return t("wait.under", { until: duration(until) });
    return t("wait.between", { from: duration(from), until: duration(until) });
  }
}
