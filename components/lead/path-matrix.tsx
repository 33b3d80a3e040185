import { useTranslations } from "next-intl";
import { frameOf } from "#components/matrix/cell-frame.ts";
import type { CellPath } from "#lib/leads/cell-path.ts";
import { bandsOf, cellsOf } from "#lib/matrix/bands.ts";
import { drawAxis, placeOn } from "#lib/matrix/scale.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { PathStops } from "./path-stops.tsx";
import type { LeadWords } from "./use-lead-words.ts";

const LEAST_BAND = 0.12;
const STEPS = 5;

type Props = { definition: Definition; path: CellPath; lastDay: number; words: LeadWords };

/** The matrix in small, with the way the lead took through it. The finding above says where from and where to. */
export function PathMatrix({ definition, path, lastDay, words }: Props) {
  const t = useTranslations("lead.path");
  const { axes: given, plays } = definition;
  const thresholds = { fit: given.fit.thresholds, engagement: given.engagement.thresholds };
  const axes = {
    fit: drawAxis(bandsOf("fit", thresholds.fit), LEAST_BAND),
    engagement: drawAxis(bandsOf("engagement", thresholds.engagement), LEAST_BAND),
  };
  const placeOf = ({ fit, engagement }: CellPath["points"][number]) => ({
    x: placeOn(axes.engagement, engagement / 100) * 100,
    y: placeOn(axes.fit, fit / 100) * 100,
  });
  const line = path.points.map(placeOf).map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${100 - y}`);
  const ranks = Object.values(plays).length;
  return (
    <div className="pt-1.5 pb-6 pl-6">
      <div role="img" aria-label={t("label")} className="relative h-[272px] border border-rule-3">
        {cellsOf(definition).map((cell) => {
          const warmth = warmthOf(plays[cell.cell]?.priority, ranks);
          return (
            <span
              key={cell.cell}
              className="absolute border-rule-2 border-b border-l px-1 text-right text-ink-2 text-micro"
              style={{ ...frameOf(cell, axes), background: `var(--heat-${warmth})` }}
            >
              {cell.cell}
            </span>
          );
        })}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-0 size-full">
          <path
            d={line.join("")}
            className="fill-none stroke-accent [stroke-width:1.5] [vector-effect:non-scaling-stroke]"
          />
        </svg>
        <PathStops path={path} placeOf={placeOf} lastDay={lastDay} words={words} />
        {/* Off the frame by more than half a mark: a path may end on it. */}
        {thresholds.engagement.map((points) => (
          <span
            key={points}
            className="-translate-x-1/2 absolute top-full translate-y-2 text-ink-3 text-micro"
            style={{ left: `${placeOn(axes.engagement, points) * 100}%` }}
          >
            {points}
          </span>
        ))}
        {thresholds.fit.map((points) => (
          <span
            key={points}
            className="-translate-x-2 absolute right-full translate-y-1/2 text-ink-3 text-micro"
            style={{ bottom: `${placeOn(axes.fit, points) * 100}%` }}
          >
            {points}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Heat 4 for the plays that come first, 0 for the last: rising slowly, as few cells are worth a call. */
function warmthOf(priority: number | undefined, ranks: number): number {
  if (priority === undefined || ranks < 2) return 0;
  const share = 1 - (priority - 1) / (ranks - 1);
  return Math.min(STEPS - 1, Math.floor(share ** 1.5 * STEPS));
}
