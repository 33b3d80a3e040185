"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type PointerEvent, useState } from "react";
import type { ScoreView } from "#lib/leads/score-view.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { acrossOf, type ChartScale, chartScale, dayAt, downOf, stepLine, withRoom } from "./chart-geometry.ts";
import { leadParams } from "./lead-params.ts";
import { type LeadWords, useLeadWords } from "./use-lead-words.ts";

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
  const now = past.at(-1)?.score ?? null;
  const shown = pointed ?? (day === today ? null : day);

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
        className="relative mt-5 ml-7 h-[168px] cursor-crosshair touch-pan-y border-ink border-b"
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-0 size-full">
          {scale.lines.map((points) => (
            <Line key={points} d={`M0 ${downOf(points * 100, scale)}H100`} className="stroke-rule" />
          ))}
          <Line d={`M${acrossOf(today, scale)} 0V100`} className="stroke-rule-2" />
          {scoring.versions.slice(1).map((version) => (
            <Line
              key={version.versionId}
              d={`M${acrossOf(version.firstDay, scale)} 0V100`}
              className="stroke-ink-3 [stroke-dasharray:2_2]"
            />
          ))}
          {scoring.versions.map((version, index) => (
            <Line
              key={version.versionId}
              d={stepLine(within(past, version.firstDay, scoring.versions[index + 1]?.firstDay), scale)}
              className={`[stroke-width:1.75] ${index === scoring.versions.length - 1 ? "stroke-ink" : "stroke-ink-3"}`}
            />
          ))}
          <Line d={stepLine(coming, scale)} className="stroke-accent [stroke-dasharray:4_3] [stroke-width:1.5]" />
          {shown !== null && <Line d={`M${acrossOf(shown, scale)} 0V100`} className="stroke-accent" />}
        </svg>
        <Words scoring={scoring} scale={scale} words={words} isPointed={shown !== null} />
        {now && <Mark across={acrossOf(today, scale)} down={downOf(now.combined, scale)} className="bg-accent" />}
        {shown !== null && <Pointed day={shown} scoring={scoring} scale={scale} words={words} />}
      </div>
      <Axis scoring={scoring} scale={scale} words={words} />
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

function Mark({ across, down, className }: { across: number; down: number; className: string }) {
  return (
    <i
      className={`-translate-1/2 absolute size-[7px] rounded-full ${className}`}
      style={{ left: `${across}%`, top: `${down}%` }}
    />
  );
}

type Inner = { scoring: ScoreView; scale: ChartScale; words: LeadWords };

/** How near two labels of rises may stand, as a share of the width. */
const ROOM_OF_RISE = 17;
/** The same for versions, and between a version and today. */
const ROOM_OF_VERSION = 36;

/** What made the score rise, and what it is today. */
function Words({ scoring, scale, words, isPointed }: Inner & { isPointed: boolean }) {
  const t = useTranslations("lead.chart");
  const across = acrossOf(scoring.today, scale);
  const now = scoring.days.find(({ day }) => day === scoring.today)?.score;
  const rises = scoring.rises.map(({ day, eventType }) => ({ day, text: words.eventType(eventType) }));
  const versions = scoring.versions.slice(1).map(({ versionId, number, firstDay }) => ({
    versionId,
    day: firstDay,
    text: t("version", { number, day: words.day(firstDay) }),
  }));
  const named = isPointed
    ? []
    : withRoom(versions.toReversed(), scale, ROOM_OF_VERSION).filter(
        ({ day }) => across - acrossOf(day, scale) > ROOM_OF_VERSION,
      );
  const scoreOf = (day: number) => scoring.days.find((each) => each.day === day)?.score?.combined ?? 0;
  return (
    <>
      {withRoom(rises.toReversed(), scale, ROOM_OF_RISE)
        .filter(({ day }) => acrossOf(day, scale) > ROOM_OF_RISE)
        .map(({ day, text }) => (
          <span
            key={day}
            className="absolute max-w-36 -translate-x-full -translate-y-full truncate pr-1.5 text-ink-2 text-micro max-sm:hidden"
            style={{ left: `${acrossOf(day, scale)}%`, top: `calc(${downOf(scoreOf(day), scale)}% - 2px)` }}
          >
            {text}
          </span>
        ))}
      {now && !isPointed && (
        <b
          className={`-top-5 absolute whitespace-nowrap px-1 text-micro ${across > 60 ? "-translate-x-full" : "-translate-x-1"}`}
          style={{ left: `${across}%` }}
        >
          {t("now", { score: words.points(now.combined), cell: now.cell })}
        </b>
      )}
      {named.map(({ versionId, text, day }) => (
        <span
          key={versionId}
          className="-top-5 absolute whitespace-nowrap pl-1 text-ink-3 text-micro"
          style={{ left: `${acrossOf(day, scale)}%` }}
        >
          {text}
        </span>
      ))}
    </>
  );
}

/** The day under the pointer, or the chosen one, with its score. */
function Pointed({ day, scoring, scale, words }: Inner & { day: number }) {
  const score = scoring.days.find((each) => each.day === day)?.score;
  const across = acrossOf(day, scale);
  return (
    <>
      {score && (
        <Mark across={across} down={downOf(score.combined, scale)} className="border-[1.5px] border-accent bg-paper" />
      )}
      <span
        className={`-top-5 pointer-events-none absolute whitespace-nowrap bg-paper px-1 font-semibold text-accent text-micro ${across > 50 ? "-translate-x-full" : ""}`}
        style={{ left: `${across}%` }}
      >
        {[words.day(day), score && words.points(score.combined), score?.cell].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}

/** How near two days may be written under the chart, as a share of the width. */
const ROOM_OF_DAY = 18;

function Axis({ scoring, scale, words }: Inner) {
  const t = useTranslations("lead.chart");
  const changes = scoring.changes
    .filter(({ day }) => day <= scale.lastDay)
    .map(({ day, to }) => ({ day, text: t("toCell", { day: words.day(day), cell: to.cell }), isChange: true }));
  const plain = [scale.firstDay, scoring.today].map((day) => ({ day, text: words.day(day), isChange: false }));
  const labels = withRoom([...changes, ...plain], scale, ROOM_OF_DAY);
  const scoreOf = (day: number) => scoring.days.find((each) => each.day === day)?.score?.combined ?? 0;
  return (
    <div aria-hidden="true" className="relative ml-7 h-5">
      {scale.lines.map((points) => (
        <span
          key={points}
          className="-translate-y-1/2 absolute right-full pr-1.5 text-ink-3 text-micro"
          style={{ top: `${-168 + (downOf(points * 100, scale) / 100) * 168}px` }}
        >
          {points}
        </span>
      ))}
      {labels.map(({ day, text, isChange }) => {
        const across = acrossOf(day, scale);
        const shift = across < 8 ? "" : across > 92 ? "-translate-x-full" : "-translate-x-1/2";
        return (
          <span key={day}>
            {isChange && (
              <i
                className="absolute bottom-full w-px bg-accent-line"
                style={{ left: `${across}%`, height: `${168 - (downOf(scoreOf(day), scale) / 100) * 168}px` }}
              />
            )}
            <span
              className={`absolute top-1 whitespace-nowrap text-micro ${isChange ? "text-ink-2" : "text-ink-3"} ${shift}`}
              style={{ left: `${across}%` }}
            >
              {text}
            </span>
          </span>
        );
      })}
    </div>
  );
}
