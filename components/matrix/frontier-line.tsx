import { memo } from "react";
import type { Segment } from "#lib/matrix/frontier.ts";
import { placeOn } from "#lib/matrix/scale.ts";
import type { Axes } from "./place-dots.ts";

type Props = { frontier: readonly Segment[]; axes: Axes; label: string };

/** The line above which leads are handed to sales, with its words where there is room for them. */
export const FrontierLine = memo(function FrontierLine({ frontier, axes, label }: Props) {
  const pieces = frontier.map(({ x1, y1, x2, y2 }) => ({
    x1: placeOn(axes.engagement, x1) * 100,
    y1: placeOn(axes.fit, y1) * 100,
    x2: placeOn(axes.engagement, x2) * 100,
    y2: placeOn(axes.fit, y2) * 100,
  }));
  const [ledge] = pieces
    .filter(({ x1, y1, x2, y2 }) => y1 === y2 && x1 !== x2)
    .sort((one, other) => other.x2 - one.x2 || other.y1 - one.y1);
  return (
    <>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 z-1 size-full"
      >
        <path
          d={pieces.map(({ x1, y1, x2, y2 }) => `M${x1} ${100 - y1}L${x2} ${100 - y2}`).join("")}
          strokeLinecap="square"
          className="fill-none stroke-2 stroke-accent [vector-effect:non-scaling-stroke]"
        />
      </svg>
      {ledge && (
        <span
          className="@container pointer-events-none absolute z-2 h-5 overflow-hidden text-right"
          style={{ left: `${ledge.x1}%`, width: `${ledge.x2 - ledge.x1}%`, bottom: `${ledge.y1}%` }}
        >
          <span className="type-label @max-[320px]:hidden pr-2 text-accent!">{label}</span>
        </span>
      )}
    </>
  );
});
