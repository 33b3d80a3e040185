"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type PointerEvent, useState } from "react";
import type { ScoreView } from "#lib/leads/score-view.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { ChartAxis } from "./chart-axis.tsx";
import { acrossOf, CHART_HEIGHT, chartScale, dayAt, downOf, stepLine } from "./chart-geometry.ts";
import { ChartLabels, Mark, PointedDay } from "./chart-labels.tsx";
import { leadParams } from "./lead-params.ts";
import { useLeadWords } from "./use-lead-words.ts";

type Props = { scoring: ScoreView; catalogue: ModelCatalogue };

/** The score of each day as it stood, and what decay alone makes of it; a click shows a day's reasons. */
export function ScoreChart({ scoring, catalogue }: Props) {
  const t = useTranslations("lead.chart");
  const words = useLeadWords(scoring.today, catalogue);
  const [, setParams] = useQueryStates(leadParams, { shallow: false, scroll: false });
  const [pointed, setPointed] = useState<number | null>(null);
  const { days, today, day } = scoring;
  const scale = chartScale(days);
  const past = days.filter((each) => each.day <= today);
  const coming = days.filter((each) => each.day >= today);
  // A chart of days long ago ends before today.
  const now = today <= scale.lastDay ? scoring.now : null;
  const isWithin = day >= scale.firstDay && day <= scale.lastDay;
  const shown = pointed ?? (day !== today && isWithin ? day : null);

  const under = (event: PointerEvent<HTMLDivElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    return dayAt(((event.clientX - frame.left) / frame.width) * 100, scale);
  };
  const choose = (event: PointerEvent<HTMLDivElement>) => {
    const chosen = under(event);
    if (event.button === 0) void setParams({ day: chosen === today ? null : chosen });
  };

  return (
    <figure className="mt-1.5">
      <div
        role="img"
        aria-label={labelOf()}
        onPointerMove={(event) => setPointed(under(event))}
        onPointerLeave={() => setPointed(null)}
        onPointerUp={choose}
        className="relative mt-5 ml-7 cursor-crosshair touch-pan-y border-ink border-b"
        style={{ height: CHART_HEIGHT }}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-0 size-full">
          {scale.lines.map((points) => (
            <Line key={points} d={`M0 ${downOf(points * 100, scale)}H100`} className="stroke-rule" />
          ))}
          {now && <Line d={`M${acrossOf(today, scale)} 0V100`} className="stroke-rule-2" />}
          {scoring.versions.slice(1).map((version) => (
            <Line
              key={version.firstDay}
              d={`M${acrossOf(version.firstDay, scale)} 0V100`}
              className="stroke-ink-3 [stroke-dasharray:2_2]"
            />
          ))}
          {scoring.versions.map((version, index) => (
            <Line
              key={version.firstDay}
              d={stepLine(
                within(past, index === 0 ? scale.firstDay : version.firstDay, scoring.versions[index + 1]?.firstDay),
                scale,
              )}
              className={`[stroke-width:1.75] ${index === scoring.versions.length - 1 ? "stroke-ink" : "stroke-ink-3"}`}
            />
          ))}
          <Line d={stepLine(coming, scale)} className="stroke-accent [stroke-dasharray:4_3] [stroke-width:1.5]" />
          {shown !== null && <Line d={`M${acrossOf(shown, scale)} 0V100`} className="stroke-accent" />}
        </svg>
        <ChartLabels scoring={scoring} scale={scale} words={words} isPointed={shown !== null} />
        {now && <Mark across={acrossOf(today, scale)} down={downOf(now.combined, scale)} className="bg-accent" />}
        {shown !== null && <PointedDay day={shown} scoring={scoring} scale={scale} words={words} />}
      </div>
      <ChartAxis scoring={scoring} scale={scale} words={words} />
    </figure>
  );

  function labelOf(): string {
    const first = past.find(({ score }) => score !== null);
    if (!first?.score) return t("labelNone");
    const parts = { from: words.points(first.score.combined), firstDay: words.longDay(first.day) };
    return now ? t("label", { ...parts, to: words.points(now.combined) }) : t("labelEnded", parts);
  }
}

function within(days: ScoreView["days"], from: number, until: number | undefined) {
  return days.filter(({ day }) => day >= from && (until === undefined || day <= until));
}

function Line({ d, className }: { d: string; className: string }) {
  return <path d={d} className={`fill-none [vector-effect:non-scaling-stroke] ${className}`} />;
}
