import type { AxisName } from "#lib/scoring/facts.ts";

const PLACES = {
  engagement: "top-full -translate-x-1/2 translate-y-1",
  fit: "right-full -translate-x-1.5 translate-y-1/2",
};

type Props = { axis: AxisName; thresholds: readonly number[]; number: (value: number) => string };

/** Where the bands of an axis open, for who only looks. The cells in words are on the same page. */
export function ThresholdMarks({ axis, thresholds, number }: Props) {
  return thresholds.map((value) => (
    <span
      key={value}
      aria-hidden="true"
      style={axis === "engagement" ? { left: `${value}%` } : { bottom: `${value}%` }}
      className={`absolute text-ink-2 text-small leading-4 ${PLACES[axis]}`}
    >
      {number(value)}
    </span>
  ));
}
