import { useTranslations } from "next-intl";
import type { ScoreView } from "#lib/leads/score-view.ts";
import { acrossOf, type ChartScale, downOf, scoreOn, withRoom } from "./chart-geometry.ts";
import type { LeadWords } from "./use-lead-words.ts";

/** A point of the line that is spoken of. */
export function Mark({ across, down, className }: { across: number; down: number; className: string }) {
  return (
    <i
      className={`-translate-1/2 absolute size-[7px] rounded-full ${className}`}
      style={{ left: `${across}%`, top: `${down}%` }}
    />
  );
}

export type ChartParts = { scoring: ScoreView; scale: ChartScale; words: LeadWords };

/** How near two labels of rises may stand, as a share of the width. */
const ROOM_OF_RISE = 17;
/** The same for versions, and between a version and today. */
const ROOM_OF_VERSION = 36;

/** What made the score rise, and what it is today. */
export function ChartLabels({ scoring, scale, words, isPointed }: ChartParts & { isPointed: boolean }) {
  const t = useTranslations("lead.chart");
  const across = acrossOf(scoring.today, scale);
  const now = scoring.today <= scale.lastDay ? scoring.now : null;
  const rises = scoring.rises.map(({ day, eventType }) => ({ day, text: words.eventType(eventType) }));
  const versions = scoring.versions.slice(1).map(({ number, firstDay }) => ({
    day: firstDay,
    text: t("version", { number, day: words.day(firstDay) }),
  }));
  const named = isPointed
    ? []
    : withRoom(versions.toReversed(), scale, ROOM_OF_VERSION).filter(
        ({ day }) => across - acrossOf(day, scale) > ROOM_OF_VERSION,
      );
  return (
    <>
      {withRoom(rises.toReversed(), scale, ROOM_OF_RISE)
        .filter(({ day }) => acrossOf(day, scale) > ROOM_OF_RISE)
        .map(({ day, text }) => (
          <span
            key={day}
            className="absolute max-w-36 -translate-x-full -translate-y-full truncate pr-1.5 text-ink-2 text-micro max-sm:hidden"
            style={{
              left: `${acrossOf(day, scale)}%`,
              top: `calc(${downOf(scoreOn(scoring.days, day), scale)}% - 2px)`,
            }}
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
      {named.map(({ text, day }) => (
        <span
          key={day}
          className="-top-5 absolute whitespace-nowrap pl-1 text-ink-3 text-micro max-sm:hidden"
          style={{ left: `${acrossOf(day, scale)}%` }}
        >
          {text}
        </span>
      ))}
    </>
  );
}

/** The day under the pointer, or the chosen one, with its score. */
export function PointedDay({ day, scoring, scale, words }: ChartParts & { day: number }) {
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
