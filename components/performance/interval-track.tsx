type Props = {
  /** Places from 0 to 1; null where nothing is known. */
  at: number | null;
  low: number;
  high: number;
  /** A place to compare with: a dotted line. */
  base?: number | null;
  /** What it is to become: a line of one's own hand. */
  aim?: number | null;
  /** What was to be expected: a ring. */
  ring?: number | null;
  tone?: "ink" | "hot" | "warm" | "cold";
};

const DOT = { ink: "bg-ink", hot: "bg-hot-fill", warm: "bg-warm-fill", cold: "bg-cold-fill" } as const;

/** A value as a dot on a line, with its interval. Decoration: the numbers stand beside it. */
export function IntervalTrack({ at, low, high, base, aim, ring, tone = "ink" }: Props) {
  return (
    <span aria-hidden="true" className="relative block h-full min-h-4 w-full">
      <span className="absolute inset-x-0 top-1/2 border-rule border-t" />
      {base != null && (
        <span className="absolute inset-y-0 border-ink-3 border-l border-dotted" style={{ left: percent(base) }} />
      )}
      {aim != null && (
        <span className="absolute inset-y-0 -ml-px border-accent border-l-2" style={{ left: percent(aim) }} />
      )}
      {ring != null && (
        <span
          className="absolute top-1/2 size-[9px] -translate-x-1/2 -translate-y-1/2 rounded-full border border-ink-2"
          style={{ left: percent(ring) }}
        />
      )}
      {at !== null && (
        <>
          <span
            className="absolute top-1/2 -mt-px border-ink-3 border-t"
            style={{ left: percent(low), width: percent(Math.max(0, high - low)) }}
          />
          <span
            className={`absolute top-1/2 size-[7px] -translate-x-1/2 -translate-y-1/2 rounded-full ${DOT[tone]}`}
            style={{ left: percent(at) }}
          />
        </>
      )}
    </span>
  );
}

function percent(place: number): string {
  return `${(Math.min(1, Math.max(0, place)) * 100).toFixed(2)}%`;
}
