import { percentOf } from "./ruler-values.ts";

type Props = {
  marks: readonly { readonly label: string; readonly value: number; readonly reference: number | null }[];
  scale: { readonly min: number; readonly max: number };
  origin: number | null;
};

/** The drawing behind a ruler: divisions, the line up to the value, and a wedge where the value was. */
export function RulerScale({ marks, scale, origin }: Props) {
  // Fives and tens either way, and always one in the middle.
  const count = (scale.max - scale.min) % 12 === 0 ? 12 : 10;
  const divisions = Array.from({ length: count + 1 }, (_, index) => (index * 100) / count);
  return (
    <svg aria-hidden="true" className="absolute inset-x-0 top-1/2 h-6 w-full -translate-y-1/2 overflow-visible">
      <line x1="0" x2="100%" y1="13" y2="13" className="stroke-rule-2" />
      {divisions.map((percent, index) => (
        <line
          key={percent}
          x1={`${percent}%`}
          x2={`${percent}%`}
          y1="13"
          y2={13 - tickHeight(index, count)}
          className="stroke-rule-2"
        />
      ))}
      {origin !== null &&
        marks.map(({ label, value, reference }) => (
          <line
            key={label}
            x1={`${percentOf(origin, scale)}%`}
            x2={`${percentOf(value, scale)}%`}
            y1="13"
            y2="13"
            className={`[stroke-width:2] ${value === reference ? "stroke-ink" : "stroke-accent"}`}
          />
        ))}
      {marks.map(
        ({ label, value, reference }) =>
          reference !== null &&
          reference !== value && (
            <svg
              key={label}
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

function tickHeight(index: number, count: number): number {
  if (index === count / 2) return 9;
  return index % 2 === 0 ? 5 : 3;
}
