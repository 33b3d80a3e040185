import { placeOn } from "#lib/matrix/scale.ts";
import type { Axes } from "./place-dots.ts";

/** Centipoints. */
export type PinnedLead = { readonly name: string; readonly fit: number; readonly engagement: number };

/** Where the lead that is pointed at stands. */
export function Pin({ lead, axes }: { lead: PinnedLead; axes: Axes }) {
  const x = placeOn(axes.engagement, lead.engagement / 100) * 100;
  const y = placeOn(axes.fit, lead.fit / 100) * 100;
  const isRight = x > 70;
  return (
    <span aria-hidden="true" className="pointer-events-none absolute z-3" style={{ left: `${x}%`, bottom: `${y}%` }}>
      <span className="-left-[4.5px] -bottom-[4.5px] absolute size-[9px] rotate-45 bg-accent shadow-[0_0_0_2px_var(--sheet)]" />
      <b
        className={`-bottom-2 absolute whitespace-nowrap bg-sheet/80 px-1 text-small ${isRight ? "right-2.5" : "left-2.5"}`}
      >
        {lead.name}
      </b>
    </span>
  );
}
