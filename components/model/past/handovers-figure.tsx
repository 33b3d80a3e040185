"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import { type Capacity, leadsPerWeek } from "#lib/backtest/capacity.ts";
import { type Handovers, handoversOf } from "#lib/backtest/handovers.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { PastScores } from "./use-past.ts";

type Props = {
  scores: PastScores;
  /** Whose scores they are now: the objects stay the same from one to the next. */
  definition: Definition;
  /** Whether this is a draft, or a version that nobody works on. */
  isDraft: boolean;
  isCompared: boolean;
  /** What sales can take; null where nobody has said. */
  capacity: Capacity | null;
};

const HEIGHT = 96;

/** Leads handed over, week by week, against what sales can take. */
export function HandoversFigure({ scores, definition, isDraft, isCompared, ...props }: Props) {
  const capacity = props.capacity && leadsPerWeek(props.capacity);
  const t = useTranslations("past.handovers");
  const format = useFormatter();
  const locale = useLocale();
  const { past, before, after } = scores;
  const { drafted, published } = useMemo(
    () => ({
      definition,
      drafted: handoversOf(past.cases, after.qualifying, past.scale),
      published: isCompared ? handoversOf(past.cases, before.qualifying, past.scale) : null,
    }),
    [past, before, after, definition, isCompared],
  );
  if (drafted.length === 0) return null;
  const number = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  const day = ({ from }: Handovers, style: "short" | "long") =>
    formatDay(from, { locale, style, today: style === "long" ? drafted.at(-1)?.until : from });
  const highest = Math.max(1, capacity ?? 0, ...[...drafted, ...(published ?? [])].map(({ leads }) => leads)) * 1.08;
  const over = capacity === null ? 0 : drafted.filter(({ leads }) => leads > capacity).length;
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="flex flex-wrap items-baseline gap-x-3">
        <span className="type-label">{t("title")}</span>
        <span className="text-ink-3 text-small">
          {capacity === null
            ? t("noCapacity")
            : t("over", { count: over, of: drafted.length, capacity: number(capacity) })}
        </span>
      </figcaption>
      <ChartWithTable
        caption={t("title")}
        headings={[t("week"), ...(published ? [t("published")] : []), t(isDraft ? "draft" : "published")]}
        rows={drafted.map((each, place) => ({
          key: String(each.from),
          cells: [day(each, "long"), ...(published ? [number(published[place]?.leads ?? 0)] : []), number(each.leads)],
        }))}
      >
        <div className="relative flex items-end gap-1 border-rule-3 border-b" style={{ height: HEIGHT }}>
          {drafted.map((each, place) => {
            const was = published?.[place]?.leads ?? 0;
            const isOver = capacity !== null && each.leads > capacity;
            return (
              <div key={each.from} className="relative h-full min-w-0 flex-1">
                {published && (
                  <span
                    className="absolute inset-x-0 bottom-0 border border-ink-3 border-b-0"
                    style={{ height: (was / highest) * HEIGHT }}
                  />
                )}
                <span
                  className={`absolute inset-x-[20%] bottom-0 ${isOver ? "bg-accent" : "bg-accent/50"}`}
                  style={{ height: (each.leads / highest) * HEIGHT }}
                />
              </div>
            );
          })}
          {capacity !== null && (
            <span
              className="absolute inset-x-0 border-ink border-t-[1.5px]"
              style={{ bottom: (capacity / highest) * HEIGHT }}
            />
          )}
        </div>
        <div className="flex gap-1 pt-0.5">
          {drafted.map((each) => (
            <span key={each.from} className="min-w-0 flex-1 text-center text-ink-3 text-micro leading-tight">
              <span className="block font-semibold text-ink">{number(each.leads)}</span>
              {/* As narrow as its longest word: the day above the month in all of them. */}
              <span className="inline-block w-min">{day(each, "short")}</span>
            </span>
          ))}
        </div>
      </ChartWithTable>
      <p className="text-ink-3 text-small">{t(published ? "hintCompared" : "hint")}</p>
    </figure>
  );
}
