import { decayTable, factorAt, ONE } from "#lib/scoring/decay.ts";

const WIDTH = 22;
const HEIGHT = 12;
/** Days from left to right: two of the usual half-lives. */
const DAYS = 60;
const STEPS = 12;

/** What is left of an event over two months: the engine's own factors, drawn small. */
export function HalfLifeCurve({ days, before }: { days: number; before: number | null }) {
  const isChanged = before !== days;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      className="h-3 w-[22px] flex-none overflow-visible fill-none stroke-ink-2"
    >
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} className="stroke-rule-2" />
      {isChanged && before !== null && <path d={curve(before)} className="[stroke-dasharray:1.5_1.5]" />}
      <path d={curve(days)} className={isChanged ? "stroke-accent [stroke-width:1.5]" : undefined} />
    </svg>
  );
}

function curve(halfLifeDays: number): string {
  const table = decayTable(halfLifeDays);
  const points = Array.from({ length: STEPS + 1 }, (_, step) => {
    const left = factorAt(table, Math.round((step * DAYS) / STEPS)) / ONE;
    return `${((step * WIDTH) / STEPS).toFixed(1)} ${(HEIGHT - 1 - 10 * left).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}
