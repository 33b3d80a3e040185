"use client";

import { useLocale, useTranslations } from "next-intl";
import { BarChart } from "#components/charts/bar-chart.tsx";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import { inFile } from "#components/charts/file-columns.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { Waiting } from "#lib/performance/first-touch.ts";
import type { WaitingOf, WaitParts } from "#lib/performance/wait-parts.ts";
import { Figure } from "./figure.tsx";
import { linksOf, type PerformanceParams } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";
import { useSpanNames } from "./use-span-names.ts";
import { WaitTable } from "./wait-table.tsx";

type Props = {
  parts: WaitParts;
  /** null: nobody was touched. */
  all: Waiting | null;
  /** The filter of the page. */
  params: PerformanceParams;
};

/** A long tail says little. */
const MOST_SOURCES = 10;
/** Epoch day 4 was a Monday. */
const MONDAY = 4;

/** How long leads wait for their first touch, and when and from where they came that wait long. */
export function TouchFigure({ parts, all, params }: Props) {
  const t = useTranslations("performance.touch");
  const unknown = useTranslations("performance.sources")("unknown");
  const page = useTranslations("performance");
  const hour = useTranslations("performance.clocks");
  const locale = useLocale();
  const { whole, percent, duration } = useFigures();
  const { long, short } = useSpanNames();
  const linkTo = linksOf(params);
  const { spans, untouched } = parts;
  const handedOver = spans.reduce((sum, { touched }) => sum + touched, untouched);
  const share = (leads: number) => (handedOver === 0 ? 0 : leads / handedOver);
  const finding = sentence();
  const bars = [
    ...spans.map((span, place) => ({
      key: String(span.from),
      name: short(span),
      long: long(span),
      leads: span.touched,
      href: linkTo({ of: "first_touch", span: place }),
    })),
    {
      key: "untouched",
      name: t("notYetShort"),
      long: t("notYet"),
      leads: untouched,
      href: linkTo({ of: "untouched" }),
    },
  ];
  return (
    <Figure id="performance-touch" finding={finding} caption={t("caption", { count: handedOver })}>
      {handedOver === 0 ? (
        <p className="type-prose text-ink-2">{page("tooFew", { count: 0 })}</p>
      ) : (
        <>
          <ChartWithTable
            caption={finding}
            headings={[t("span"), t("leads"), t("share")]}
            rows={bars.map(({ key, long: name, leads, href }) => ({
              key,
              cells: [
                name,
                { text: String(leads), href: leads > 0 ? href : undefined },
                { text: percent(share(leads)), file: inFile([["", share(leads)]]) },
              ],
            }))}
            unfold={page("numbers")}
          >
            <BarChart
              bars={bars.map(({ name, leads }) => ({
                name,
                detail: String(leads),
                value: share(leads),
                low: share(leads),
                high: share(leads),
              }))}
              format={whole}
            />
          </ChartWithTable>
          {part(t("byWeekday"), parts.weekdays, (weekday) => ({
            name: formatDay(MONDAY + weekday, { locale, style: "weekday" }),
            href: linkTo({ of: "first_touch", weekday }),
          }))}
          {part(t("byHour"), parts.hours, (from) => ({
            name: hour("hour", { from, until: (from + 1) % 24 }),
            href: linkTo({ of: "first_touch", hour: from }),
          }))}
          {part(t("bySource"), parts.sources.slice(0, MOST_SOURCES), (source) => ({
            name: source ?? unknown,
            href: linkTo({ of: "first_touch", bySource: source ?? "" }),
          }))}
        </>
      )}
    </Figure>
  );

  function sentence(): string {
    if (!all) return handedOver === 0 ? t("none") : t("nobody", { count: handedOver });
    const median = duration(all.median);
    return untouched === 0 ? t("findingAll", { median }) : t("finding", { median, share: whole(share(untouched)) });
  }

  function part<Key extends string | number | null>(
    heading: string,
    waits: readonly WaitingOf<Key>[],
    rowOf: (key: Key) => { readonly name: string; readonly href: string },
  ) {
    if (waits.length === 0) return null;
    return (
      <details className="border-rule border-t py-1">
        <summary className="min-h-6 cursor-pointer font-semibold text-small">{heading}</summary>
        <WaitTable
          heading={heading}
          rows={waits.map(({ key, ...waiting }) => ({ key: String(key), waiting, ...rowOf(key) }))}
          median={all?.median ?? null}
        />
      </details>
    );
  }
}
