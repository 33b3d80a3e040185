"use client";

import { useTranslations } from "next-intl";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import { LineKey } from "#components/charts/line-key.tsx";
import { monthOfDay } from "#lib/performance/month.ts";
import type { Truth } from "#lib/performance/truth/truth.ts";
import { Figure } from "./figure.tsx";
import { linksOf, type PerformanceParams } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";
import { wonHref } from "./won-link.tsx";

/** Who stands beyond the line month by month, and who of them is won. */
export function InflationFigure({
  truth,
  params,
}: {
  truth: Pick<Truth, "months" | "inflation" | "windowDays" | "wonLeads">;
  params: PerformanceParams;
}) {
  const { months, inflation, windowDays } = truth;
  const linkTo = linksOf(params);
  const t = useTranslations("performance.inflation");
  const numbers = useTranslations("performance")("numbers");
  const { percent, whole, interval, shareInFile, monthName } = useFigures();
  const kind = inflation?.kind ?? "few";
  const title = t(`finding.${kind}`, {
    before: percent(inflation?.above.before.rate ?? 0),
    after: percent(inflation?.above.after.rate ?? 0),
    wonBefore: percent(inflation?.wonAbove.before.rate ?? 0),
    wonAfter: percent(inflation?.wonAbove.after.rate ?? 0),
  });
  return (
    <Figure id="performance-inflation" finding={title} caption={t("caption", { days: windowDays })}>
      {months.length < 2 ? (
        <p className="type-prose text-ink-2">{t("nothing")}</p>
      ) : (
        <ChartWithTable
          caption={title}
          headings={[t("month"), t("above"), t("wonAbove")]}
          rows={months.map(({ day, above, wonAbove }) => ({
            key: String(day),
            cells: [
              monthName(monthOfDay(day), { month: "long", year: "numeric" }),
              { text: interval(above), file: shareInFile(above) },
              wonAbove === null
                ? t("open")
                : {
                    text: wonAbove.rate === null ? "–" : interval(wonAbove),
                    file: shareInFile(wonAbove),
                    href: wonHref({ truth, part: "above", name: monthOfDay(day), linkTo }),
                  },
            ],
          }))}
          unfold={numbers}
        >
          <p className="mb-1 flex flex-wrap gap-x-5 text-small">
            <span className="inline-flex items-center gap-1.5">
              <LineKey isQuiet={false} />
              {t("wonAbove")}
            </span>
            <span className="inline-flex items-center gap-1.5 text-ink-3">
              <LineKey isQuiet />
              {t("above")}
            </span>
          </p>
          <LineChart
            points={months.map(({ day, above, wonAbove }) => ({
              name: monthName(monthOfDay(day), { month: "short" }),
              values: [
                { settled: wonAbove?.rate ?? null, open: null },
                { settled: above.rate, open: null },
              ],
            }))}
            lines={[
              { name: t("wonAbove"), isQuiet: false },
              { name: t("above"), isQuiet: true },
            ]}
            format={whole}
          />
        </ChartWithTable>
      )}
    </Figure>
  );
}
