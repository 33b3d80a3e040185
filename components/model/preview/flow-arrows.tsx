import type { Arrow } from "#lib/preview/arrows.ts";

const TURN = { right: 0, down: 90, left: 180, up: 270 } as const;
const LONGEST_PX = 22;
const THICKEST_PX = 4;

type Props = { arrows: readonly Arrow[]; ofAll: (leads: number) => string };

/** How many leads cross the lines between cells. The table beside says the same in words. */
export function FlowArrows({ arrows, ofAll }: Props) {
  const most = Math.max(...arrows.map(({ leads }) => leads));
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-2 max-sm:hidden">
      {arrows.map(({ from, to, leads, x, y, towards }) => (
        <span
          key={`${from} ${to}`}
          style={{ left: `${x * 100}%`, bottom: `${y * 100}%` }}
          className="absolute flex translate-x-[-50%] translate-y-[50%] flex-col items-center text-accent"
        >
          <b className="rounded-sm bg-[color-mix(in_oklab,var(--sheet)_80%,transparent)] px-0.5 text-micro leading-3">
            {ofAll(leads)}
          </b>
          <svg
            aria-hidden="true"
            viewBox="-12 -6 24 12"
            width={LONGEST_PX}
            height={LONGEST_PX / 2}
            style={{ rotate: `${TURN[towards]}deg` }}
          >
            <path
              d="M-11 0H9M4 -4.5 10 0 4 4.5"
              className="fill-none stroke-accent"
              strokeWidth={1.2 + (leads / most) * (THICKEST_PX - 1.2)}
            />
          </svg>
        </span>
      ))}
    </div>
  );
}
