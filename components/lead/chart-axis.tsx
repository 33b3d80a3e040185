import { useTranslations } from "next-intl";
import { acrossOf, heightOf, scoreOn, withRoom } from "./chart-geometry.ts";
import type { ChartParts } from "./chart-labels.tsx";

/** How near two days may be written under the chart, as a share of the width. */
const ROOM_OF_DAY = 18;

/** Points at the left; below, the first day, today, and the days on which the lead will change its cell. */
export function ChartAxis({ scoring, scale, words }: ChartParts) {
  const t = useTranslations("lead.chart");
  const changes = scoring.changes
    .filter(({ day }) => day <= scale.lastDay)
    .map(({ day, to }) => ({ day, text: t("toCell", { day: words.day(day), cell: to.cell }), isChange: true }));
  const plain = [scale.firstDay, Math.min(scoring.today, scale.lastDay)].map((day) => ({
    day,
    text: words.day(day),
    isChange: false,
  }));
  const labels = withRoom([...changes, ...plain], scale, ROOM_OF_DAY);
  return (
    <div aria-hidden="true" className="relative ml-7 h-5">
      {scale.lines.map((points) => (
        <span
          key={points}
          className="-translate-y-1/2 absolute right-full pr-1.5 text-ink-3 text-micro"
          style={{ top: -heightOf(points * 100, scale) }}
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
                style={{ left: `${across}%`, height: heightOf(scoreOn(scoring.days, day), scale) }}
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
