"use client";

import { useLocale, useTranslations } from "next-intl";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import { inFile } from "#components/charts/file-columns.ts";
import { LineChart } from "#components/charts/line-chart.tsx";
import { Figure } from "#components/performance/figure.tsx";
import { useFigures } from "#components/performance/use-figures.ts";
import {
  type Measure,
  measured,
  meetsTarget,
  QUALITY_TARGETS,
  type QualityFigures,
} from "#lib/data-quality/figures.ts";
import type { QualityPoint } from "#lib/data-quality/trend.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { useMeasures } from "./use-measures.ts";

type Props = {
  measure: Measure;
  /** Of the newest day. */
  figures: QualityFigures;
  points: readonly QualityPoint[];
};

/** How one figure went since it is measured, beside its target. */
export function QualityTrend({ measure, figures, points }: Props) {
  const t = useTranslations("quality");
  const locale = useLocale();
  const { whole } = useFigures();
  const { write, writeTarget, whyNone } = useMeasures();
  const value = measured(figures, measure);
  const newest = points.at(-1)?.day;
  const dayName = (day: number) => formatDay(day, { locale, style: "short", today: newest ?? day });
  const title =
    value === null
      ? (whyNone(measure, figures) ?? "")
      : t(`finding.${measure}`, {
          value: write(measure, value),
          target: writeTarget(measure),
          met: meetsTarget(measure, value) ? "yes" : "no",
        });
  return (
    <Figure id={`quality-${measure}`} finding={title} caption={t(`caption.${measure}`)}>
      {points.length < 2 ? (
        <p className="type-prose text-ink-2">
          {t(value === null && measure === "bounces" && figures.bounces === null ? "sayBounces" : "oneDay")}
        </p>
      ) : (
        <ChartWithTable
          caption={title}
          headings={[t("day"), t(`measure.${measure}`), t("targetHeading")]}
          rows={points.map((point) => ({
            key: String(point.day),
            cells: [
              dayName(point.day),
              {
                text: write(measure, point.value),
                file: inFile([
                  ["", point.value],
                  [t("date"), formatEpochDay(point.day)],
                ]),
              },
              { text: writeTarget(measure), file: inFile([["", QUALITY_TARGETS[measure]]]) },
            ],
          }))}
        >
          <LineChart
            points={points.map((point) => ({
              name: dayName(point.day),
              values: [{ settled: point.value, open: null }],
            }))}
            lines={[{ name: t(`measure.${measure}`), isQuiet: false }]}
            levels={[{ kind: "target", value: QUALITY_TARGETS[measure], name: writeTarget(measure) }]}
            format={measure === "age" ? String : whole}
          />
        </ChartWithTable>
      )}
    </Figure>
  );
}
