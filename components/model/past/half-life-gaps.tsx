"use client";

import { useFormatter, useTranslations } from "next-intl";
import { measureKey } from "#lib/preview/measure.ts";
import { decayTable, factorAt, ONE } from "#lib/scoring/decay.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { useGrounds } from "./past-context.tsx";

const WIDTH = 440;
const HEIGHT = 72;
const DAYS_A_BAR = 5;
const SHORTEST = 60;
/** Fewer deals show no shape. */
const FEWEST = 20;

/** The curve of a half-life over the days that really lay between the last such event and the deal. */
export function HalfLifeGaps({ criterion }: { criterion: Extract<Criterion, { halfLifeDays: number | null }> }) {
  const t = useTranslations("past.gaps");
  const format = useFormatter();
  const { past } = useGrounds();
  const gaps = past?.held.notes.get(measureKey(criterion))?.gaps ?? null;
  if (gaps === null) return null;
  const deals = gaps.reduce((sum, count) => sum + count, 0);
  if (deals < FEWEST) return <p className="text-ink-3 text-small">{t("few", { count: deals })}</p>;
  const days = Math.max(SHORTEST, Math.ceil(dayOf(gaps, 0.95) / DAYS_A_BAR) * DAYS_A_BAR);
  const bars = Array.from({ length: days / DAYS_A_BAR }, (_, place) =>
    gaps.slice(place * DAYS_A_BAR, (place + 1) * DAYS_A_BAR).reduce((sum, count) => sum + count, 0),
  );
  const median = dayOf(gaps, 0.5);
  const { halfLifeDays } = criterion;
  return (
    <figure className="flex flex-col gap-1 pt-1">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden="true"
        className="h-[72px] w-full overflow-visible"
        preserveAspectRatio="none"
      >
        <path d={barsPath(bars)} className="fill-rule-2" />
        <path d={`M0 ${HEIGHT}H${WIDTH}`} className="stroke-rule-3" />
        {halfLifeDays !== null && (
          <path
            d={curve(halfLifeDays, days)}
            className="fill-none stroke-accent [stroke-width:1.5] [vector-effect:non-scaling-stroke]"
          />
        )}
      </svg>
      <figcaption className="text-ink-2 text-small">
        {t("caption", { count: deals, median, days })}{" "}
        {halfLifeDays !== null &&
          t("left", {
            share: format.number(factorAt(decayTable(halfLifeDays), median) / ONE, { style: "percent" }),
          })}
      </figcaption>
    </figure>
  );
}

function barsPath(bars: readonly number[]): string {
  const width = WIDTH / bars.length;
  const highest = Math.max(...bars);
  return bars
    .map((count, place) => `M${place * width + 0.5} ${HEIGHT}v${(-HEIGHT * count) / highest}h${width - 1}V${HEIGHT}Z`)
    .join("");
}

/** The day by which a share of the deals were made. */
function dayOf(gaps: readonly number[], share: number): number {
  const deals = gaps.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [day, count] of gaps.entries()) {
    seen += count;
    if (seen >= share * deals) return day;
  }
  return gaps.length;
}

function curve(halfLifeDays: number, days: number): string {
  const table = decayTable(halfLifeDays);
  const points = Array.from({ length: days + 1 }, (_, day) => {
    const left = factorAt(table, day) / ONE;
    return `${((day * WIDTH) / days).toFixed(1)} ${(HEIGHT * (1 - left)).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}
