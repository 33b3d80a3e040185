import { useTranslations } from "next-intl";
import type { CellPath, PathPoint } from "#lib/leads/cell-path.ts";
import { bandsOf, cellsOf } from "#lib/matrix/bands.ts";
import { drawAxis, placeOn } from "#lib/matrix/scale.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { LeadWords } from "./use-lead-words.ts";

const LEAST_BAND = 0.12;
const MOST_STOPS = 5;
const STEPS = 5;

type Props = { definition: Definition; path: CellPath; words: LeadWords };

/** The matrix in small, with the way the lead took through it. The finding above says where from and where to. */
export function PathMatrix({ definition, path, words }: Props) {
  const t = useTranslations("lead.path");
  const { axes, plays } = definition;
  const fit = drawAxis(bandsOf("fit", axes.fit.thresholds), LEAST_BAND);
  const engagement = drawAxis(bandsOf("engagement", axes.engagement.thresholds), LEAST_BAND);
  const x = (point: PathPoint) => placeOn(engagement, point.engagement / 100) * 100;
  const y = (point: PathPoint) => placeOn(fit, point.fit / 100) * 100;
  const cells = cellsOf(definition);
  const ranks = Object.values(plays).length;
  const now = path.points.at(-1);
  const stops = path.entries.filter(({ day }) => day !== now?.day).slice(-MOST_STOPS);
  const isNearNow = (stop: PathPoint) =>
    now !== undefined && Math.abs(x(stop) - x(now)) < 22 && Math.abs(y(stop) - y(now)) < 9;
  return (
    <div className="pt-1.5 pb-5 pl-5">
      <div role="img" aria-label={t("label")} className="relative h-[272px] border border-rule-3">
        {cells.map(({ cell, fit: row, engagement: column }) => {
          const across = engagement.find(({ band }) => band.name === column.name);
          const upwards = fit.find(({ band }) => band.name === row.name);
          return (
            <span
              key={cell}
              className="absolute border-rule-2 border-b border-l px-1 text-right text-ink-2 text-micro"
              style={{
                left: `${(across?.start ?? 0) * 100}%`,
                width: `${((across?.end ?? 0) - (across?.start ?? 0)) * 100}%`,
                bottom: `${(upwards?.start ?? 0) * 100}%`,
                height: `${((upwards?.end ?? 0) - (upwards?.start ?? 0)) * 100}%`,
                background: `var(--heat-${warmth(plays[cell]?.priority, ranks)})`,
              }}
            >
              {cell}
            </span>
          );
        })}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-0 size-full">
          <path
            d={path.points.map((point, index) => `${index === 0 ? "M" : "L"}${x(point)} ${100 - y(point)}`).join("")}
            className="fill-none stroke-accent [stroke-width:1.5] [vector-effect:non-scaling-stroke]"
          />
        </svg>
        {stops.map((stop, index) => (
          <span key={stop.day} className="absolute" style={{ left: `${x(stop)}%`, bottom: `${y(stop)}%` }}>
            <i className="-left-[3px] -top-[3px] absolute size-1.5 rounded-full border-[1.5px] border-accent bg-paper" />
            {!isNearNow(stop) && (
              <b
                className={`absolute whitespace-nowrap font-medium text-micro ${x(stop) > 60 ? "right-0" : "left-0"} ${index % 2 === 0 ? "bottom-1.5" : "top-1.5"}`}
              >
                {words.day(stop.day)}
              </b>
            )}
          </span>
        ))}
        {now && (
          <span className="absolute" style={{ left: `${x(now)}%`, bottom: `${y(now)}%` }}>
            <i className="-left-[5px] -top-[5px] absolute size-2.5 rotate-45 bg-accent" />
            <b
              className={`absolute whitespace-nowrap text-micro ${x(now) > 70 ? "right-0 bottom-2" : "-top-1.5 left-2.5"}`}
            >
              {t("now")}
            </b>
          </span>
        )}
        {axes.engagement.thresholds.map((points) => (
          <span
            key={points}
            className="-translate-x-1/2 absolute top-full translate-y-0.5 text-ink-3 text-micro"
            style={{ left: `${placeOn(engagement, points) * 100}%` }}
          >
            {points}
          </span>
        ))}
        {axes.fit.thresholds.map((points) => (
          <span
            key={points}
            className="-translate-x-1 absolute right-full translate-y-1/2 text-ink-3 text-micro"
            style={{ bottom: `${placeOn(fit, points) * 100}%` }}
          >
            {points}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Heat 4 for the plays that come first, 0 for the last: rising slowly, as few cells are worth a call. */
function warmth(priority: number | undefined, ranks: number): number {
  if (priority === undefined || ranks < 2) return 0;
  const share = 1 - (priority - 1) / (ranks - 1);
  return Math.min(STEPS - 1, Math.floor(share ** 1.5 * STEPS));
}
