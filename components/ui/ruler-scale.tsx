import { percentOf } from "./ruler-values.ts";

type Props = {
  marks: readonly { readonly value: number; readonly reference: number | null }[];
  scale: { readonly min: number; readonly max: number };
  origin: number | null;
};

/** Parts of a scale: twelve, so that a scale around 0 has a division there. */
const DIVISIONS = 12;

/** The drawing behind a ruler: divisions, the line up to the value, and a wedge where the value was. */
export function RulerScale({ marks, scale, origin }: Props) {
  const divisions = Array.from({ length: DIVISIONS + 1 }, (_, index) => (index * 100) / DIVISIONS);
  return (
    <svg aria-hidden="true" className="absolute inset-x-0 top-1/2 h-6 w-full -translate-y-1/2 overflow-visible">
      <line x1="0" x2="100%" y1="13" y2="13" className="stroke-rule-2" />
      {divisions.map((percent, index) => (
        <line
          key={percent}
          x1={`${percent}%`}
          x2={`${percent}%`}
          y1="13"
          y2={13 - tickHeight(index)}
          className="stroke-rule-2"
        />
      ))}
      {origin !== null &&
        marks.map(({ value, reference }) => (
          <line
            key={value}
            x1={`${percentOf(origin, scale)}%`}
            x2={`${percentOf(value, scale)}%`}
            y1="13"
            y2="13"
            className={`[stroke-width:2] ${value === reference ? "stroke-ink" : "stroke-accent"}`}
          />
        ))}
      {marks.map(
        ({ value, reference }) =>
          reference !== null &&
          reference !== value && (
            <svg
              key={reference}
              x={`${percentOf(reference, scale)}%`}
              y="15"
              className="overflow-visible"
              aria-hidden="true"
            >
              <path d="M0 0l3 5h-6Z" className="fill-ink-3" />
            </svg>
          ),
      )}
    </svg>
  );
}

function tickHeight(index: number): number {
  if (index === DIVISIONS / 2) return 9;
  return index % 2 === 0 ? 5 : 3;
}
