"use client";

import { useLocale, useTranslations } from "next-intl";
import { ChartWithTable, type TableCell } from "#components/charts/chart-with-table.tsx";
import { type Level, LineChart, type LineValue } from "#components/charts/line-chart.tsx";
import { LineKey } from "#components/charts/line-key.tsx";
import { localized } from "#lib/i18n/locales.ts";
import { monthOfDay, monthOfInstant } from "#lib/performance/month.ts";
import type { PublishedVersion } from "#lib/performance/published-version.ts";
import type { Progress } from "#lib/performance/targets.ts";
import { TRENDS, type Trend, type TrendFinding, type TrendPoint } from "#lib/performance/trend.ts";
import { Figure } from "./figure.tsx";
import { linksOf, type PerformanceParams } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";

type Props = {
  trends: Readonly<Record<Trend, readonly TrendPoint[]>>;
  finding: TrendFinding | null;
  versions: readonly PublishedVersion[];
  timeZone: string;
  params: PerformanceParams;
  /** null: nobody has set a start. */
  aim: TrendAim | null;
};

/** Where MQL to SQL came from, and is to go. */
export type TrendAim = Pick<Progress, "start" | "target"> & { readonly startDay: number };

/** How hand-overs and SQLs fared, month by month. */
export function TrendFigure({ trends, finding, versions, timeZone, params, aim }: Props) {
  const locale = useLocale();
  const t = useTranslations("performance");
  const { whole, interval, shareInFile, monthName } = useFigures();
  const linkTo = linksOf(params);
  const months = [...new Set(TRENDS.flatMap((trend) => trends[trend].map(({ month }) => month)))].sort();
  const wentLive = Map.groupBy(versions, ({ publishedAt }) => monthOfInstant(publishedAt, timeZone));
  const title = finding
    ? t(`trend.${finding.kind}`, { before: whole(finding.before.rate ?? 0), after: whole(finding.after.rate ?? 0) })
    : t("trend.plain");
  return (
    <Figure
      id="performance-trend"
      finding={title}
      caption={`${t("trend.caption")} ${t("trend.live")} ${aim ? t("trend.aim") : ""}`}
    >
      {months.length < 2 ? (
        <p className="type-prose text-ink-2">{t("tooFew", { count: months.length })}</p>
      ) : (
        <ChartWithTable
          caption={title}
          headings={[t("trend.month"), ...TRENDS.map((trend) => t(`trend.${trend}`)), t("trend.version")]}
          rows={months.map((month) => ({
            key: month,
            cells: [
              monthName(month, { month: "long", year: "numeric" }),
              ...TRENDS.map((trend) => cell(trend, pointOf(trends[trend], month))),
              liveIn(month).join(", ") || "–",
            ],
          }))}
          unfold={t("numbers")}
        >
          <p className="mb-1 flex flex-wrap gap-x-5 text-small">
            {TRENDS.map((trend) => (
              <LineName key={trend} isQuiet={isQuiet(trend)} name={t(`trend.${trend}`)} last={newest(trends[trend])} />
            ))}
          </p>
          <LineChart
            points={months.map((month) => ({
              name: monthName(month, { month: "short" }),
              values: TRENDS.map((trend) => lineValue(trends[trend], month)),
              mark: (wentLive.get(month) ?? []).map(({ number }) => t("trend.mark", { number })).join(", ") || null,
              isStart: aim !== null && monthOfDay(aim.startDay) === month,
            }))}
            lines={TRENDS.map((trend) => ({ name: t(`trend.${trend}`), isQuiet: isQuiet(trend) }))}
            levels={levels()}
            format={whole}
          />
        </ChartWithTable>
      )}
    </Figure>
  );

  function levels(): Level[] {
    if (!aim) return [];
    const level = (value: number | null, kind: Level["kind"]) =>
      value === null ? [] : [{ value, kind, name: t(`trend.${kind}`, { rate: whole(value) }) }];
    return [...level(aim.start, "before"), ...level(aim.target, "target")];
  }

  /** The versions that went live in a month, newest first. */
  function liveIn(month: string): string[] {
    return (wentLive.get(month) ?? []).map(({ name, number }) =>
      t("version.name", { name: localized(name, locale), number }),
    );
  }

  /** The newest month that is over, as the key of the picture tells it. */
  function newest(points: readonly TrendPoint[]): string {
    const point = points.findLast(({ isOpen }) => !isOpen);
    return point?.rate == null ? "" : `${whole(point.rate)} ${monthName(point.month, { month: "short" })}`;
  }

  function cell(trend: Trend, point: TrendPoint | undefined): TableCell {
    if (!point) return "–";
    const text = point.isOpen ? `${interval(point)} (${t("open")})` : interval(point);
    const file = shareInFile(point, [t("file.state"), point.isOpen ? t("open") : ""]);
    return { text, file, href: point.made > 0 ? linkTo({ of: trend, month: point.month }) : undefined };
  }
}

function pointOf(points: readonly TrendPoint[], month: string): TrendPoint | undefined {
  return points.find((point) => point.month === month);
}

/** The earlier step leads; the later one steps back. */
function isQuiet(trend: Trend): boolean {
  return trend === "sql_to_customer";
}

function LineName({ name, last, isQuiet }: { name: string; last: string; isQuiet: boolean }) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${isQuiet ? "text-ink-3" : ""}`}>
      <LineKey isQuiet={isQuiet} />
      {name} <b>{last}</b>
    </span>
  );
}

/** The provisional line begins where the settled one ends. */
function lineValue(points: readonly TrendPoint[], month: string): LineValue {
  const index = points.findIndex((point) => point.month === month);
  const point = points[index];
  if (!point) return { settled: null, open: null };
  const leadsOn = !point.isOpen && points[index + 1]?.isOpen === true;
  return { settled: point.isOpen ? null : point.rate, open: point.isOpen || leadsOn ? point.rate : null };
}
