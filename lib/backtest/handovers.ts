import type { Cases } from "./cases.ts";

/** The leads that came to qualify between two days a month apart. */
export type Handovers = {
  /** Epoch days: not on the first of them yet, and on the second. */
  readonly from: number;
  readonly until: number;
  readonly leads: number;
  readonly perWeek: number;
};

const WEEK = 7;

/**
 * How many leads come to be handed over, month by month: those that qualify on a day and did not, or were not there,
 * on the one before, nor were with sales already. `isQualifying` by row; `scale`: how many leads each looked at stands for.
 */
export function handoversOf(cases: Cases, isQualifying: ArrayLike<number>, scale: number): Handovers[] {
  const counts = new Int32Array(cases.days.length);
  for (let row = 0; row < cases.places.length; row++) {
    if (isQualifying[row] === 0) continue;
    const before = rowBefore(cases, row);
    if (before !== null && (isQualifying[before] !== 0 || cases.withSales[before] !== 0)) continue;
    const place = cases.places[row] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return cases.days.slice(1).map(({ day }, index) => {
    const from = cases.days[index]?.day ?? day;
    const leads = (counts[index + 1] ?? 0) * scale;
    return { from, until: day, leads, perWeek: (leads * WEEK) / (day - from) };
  });
}

/** The same lead's row of the day before; null where it was not open then. */
export function rowBefore({ leadIds, places }: Cases, row: number): number | null {
  const isSame = row > 0 && leadIds[row - 1] === leadIds[row] && places[row - 1] === (places[row] ?? 0) - 1;
  return isSame ? row - 1 : null;
}
