import type { Cases } from "./cases.ts";

/** The leads that came to be handed over in a week. */
export type Handovers = {
  /** Epoch days: the first one of the week, and the first one after it. */
  readonly from: number;
  readonly until: number;
  readonly leads: number;
};

/**
 * How many leads come to be handed over, week by week: those that qualify on a day and did not before, nor were with
 * sales already. A lead that falls below the line is not handed over again when it comes back, unless sales gave it
 * back meanwhile. `isQualifying` by row; `scale`: how many leads each looked at stands for.
 */
export function handoversOf(cases: Cases, isQualifying: ArrayLike<number>, scale: number): Handovers[] {
  const { places, withSales } = cases;
  const weekOf = weeksOf(cases);
  const ends = weekEnds(cases);
  const counts = new Int32Array(ends.length);
  let isHandedOver = false;
  for (let row = 0; row < places.length; row++) {
    if (isFirstRow(cases, row)) isHandedOver = false;
    else if (isGivenBack(cases, row)) isHandedOver = isQualifying[row] !== 0;
    // Of this day it says nothing: who was handed over in the week is with sales by its end.
    else if (withSales[row - 1] !== 0) isHandedOver = true;
    if (isHandedOver || isQualifying[row] === 0) continue;
    isHandedOver = true;
    const week = weekOf[places[row] ?? 0] ?? 0;
    if (week > 0) counts[week] = (counts[week] ?? 0) + 1;
  }
  return ends.slice(1).map((until, index) => ({
    from: ends[index] ?? until,
    until,
    leads: (counts[index + 1] ?? 0) * scale,
  }));
}

/** The days between the weeks, the one before the first included. */
export function weekEnds({ days }: Pick<Cases, "days">): number[] {
  return days.flatMap(({ day, endsWeek }) => (endsWeek ? [day] : []));
}

/** By place of a day the week it belongs to, from 1 on; 0 before the first of them. */
export function weeksOf({ days }: Pick<Cases, "days">): Int32Array {
  const ends = weekEnds({ days });
  return Int32Array.from(days, ({ day }) =>
    Math.max(
      0,
      ends.findIndex((end) => end >= day),
    ),
  );
}

/** Whether nothing is known of the lead before. */
export function isFirstRow({ leadIds }: Cases, row: number): boolean {
  return row === 0 || leadIds[row - 1] !== leadIds[row];
}

/** Whether sales had the lead on the day before, and has it no more. */
export function isGivenBack({ withSales }: Cases, row: number): boolean {
  return withSales[row - 1] !== 0 && withSales[row] === 0;
}
