import type { CSSProperties } from "react";
import type { Arrow } from "#lib/preview/arrows.ts";

const TURN = { right: 0, down: 90, left: 180, up: 270 } as const;
const LONG_PX = 22;
const WIDE_PX = 11;
const THICKEST_PX = 4;
/** What a cell says at its top, with the arrow below it; the arrow and its number alone. */
const BELOW_WORDS_PX = 84;
const LANE_PX = 24;

type Props = { arrows: readonly Arrow[]; ofAll: (leads: number) => string };

/** How many leads cross the lines between cells. The table beside says the same in words. */
export function FlowArrows({ arrows, ofAll }: Props) {
  const most = Math.max(...arrows.map(({ leads }) => leads));
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-2 max-sm:hidden">
      {arrows.map((arrow) => {
        const { from, to, leads, towards } = arrow;
        const isAcross = arrow.height > 0;
        return (
          <span
            key={`${from} ${to}`}
            style={isAcross ? alongRow(arrow) : overLine(arrow)}
            className={`absolute flex items-center text-accent ${isAcross ? "translate-x-[calc(-100%+6px)] flex-col" : "-translate-x-full"}`}
          >
            <b className="rounded-sm bg-[color-mix(in_oklab,var(--sheet)_80%,transparent)] px-0.5 text-micro leading-3">
              {ofAll(leads)}
            </b>
            <svg
              aria-hidden="true"
              viewBox={isAcross ? "-12 -6 24 12" : "-6 -12 12 24"}
              width={isAcross ? LONG_PX : WIDE_PX}
              height={isAcross ? WIDE_PX : LONG_PX}
            >
              <path
                d="M-11 0H9M4 -4.5 10 0 4 4.5"
                transform={`rotate(${TURN[towards]})`}
                className="fill-none stroke-accent"
                strokeWidth={1.2 + (leads / most) * (THICKEST_PX - 1.2)}
              />
            </svg>
          </span>
        );
      })}
    </div>
  );
}

/** A third up the row, but below what its cells say; in a low row at its foot. Just over the line: behind it words begin. */
function alongRow({ x, y, height, lane }: Arrow): CSSProperties {
  const third = `${(y + height * 0.3) * 100}%`;
  const belowWords = `${(y + height) * 100}% - ${BELOW_WORDS_PX}px`;
  return {
    left: `${x * 100}%`,
    bottom: `calc(max(${y * 100}% + 1px, min(${third}, ${belowWords})) + ${lane * LANE_PX}px)`,
  };
}

/** On the foot of the upper row, its end just over the line: the words of the lower one begin there. */
function overLine({ x, y }: Arrow): CSSProperties {
  return { left: `${x * 100}%`, bottom: `calc(${y * 100}% - 4px)` };
}
