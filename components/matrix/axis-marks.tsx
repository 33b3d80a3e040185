import { placeOn } from "#lib/matrix/scale.ts";
import type { Axes } from "./place-dots.ts";

const MARK =
  "absolute z-2 flex h-5 min-w-[30px] items-center justify-center rounded-sm border border-accent bg-sheet px-1 font-semibold text-accent text-small";

type Props = {
  axes: Axes;
  thresholds: { readonly fit: readonly number[]; readonly engagement: readonly number[] };
};

/** The thresholds at the edges of the plot. The cells say the same in words. */
export function AxisMarks({ axes, thresholds }: Props) {
  return (
    <div aria-hidden="true">
      {thresholds.engagement.map((points) => (
        <span
          key={points}
          className={`${MARK} top-full -translate-x-1/2 translate-y-1.5 before:absolute before:bottom-full before:h-1.5 before:w-px before:bg-accent`}
          style={{ left: `${placeOn(axes.engagement, points) * 100}%` }}
        >
          {points}
        </span>
      ))}
      {thresholds.fit.map((points) => (
        <span
          key={points}
          className={`${MARK} -translate-x-1.5 right-full translate-y-1/2 before:absolute before:left-full before:h-px before:w-1.5 before:bg-accent`}
          style={{ bottom: `${placeOn(axes.fit, points) * 100}%` }}
        >
          {points}
        </span>
      ))}
      <span className="absolute top-full left-0 translate-y-2 text-ink-3 text-small">0</span>
      <span className="absolute top-full right-0 translate-y-2 text-ink-3 text-small">100</span>
    </div>
  );
}
