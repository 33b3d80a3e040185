"use client";

import { useTranslations } from "next-intl";
import { BarChart } from "#components/charts/bar-chart.tsx";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import type { SpanRate, WaitFinding } from "#lib/performance/first-touch.ts";
import { Figure } from "./figure.tsx";
import { linksOf, type PerformanceParams } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";
import { useSpanNames } from "./use-span-names.ts";

type Props = { rates: readonly SpanRate[]; finding: WaitFinding; windowDays: number; params: PerformanceParams };

/** What waiting costs: SQLs of those who were touched soon, and late. */
export function WaitFigure({ rates, finding, windowDays, params }: Props) {
  const t = useTranslations("performance");
  const { whole, interval, shareInFile } = useFigures();
  const { long, short } = useSpanNames();
  const linkTo = linksOf(params);
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
          rows={rates.map((rate, span) => ({
            key: String(rate.from),
            cells: [
              long(rate),
              rate.of,
              {
                text: rate.rate === null ? "–" : interval(rate),
                file: shareInFile(rate),
                href: rate.made > 0 ? linkTo({ of: "waited", span }) : undefined,
              },
            ],
          }))}
          unfold={t("numbers")}
        >
          <BarChart
            bars={rates.map((rate) => ({
              name: short(rate),
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
}
