import type { Cases } from "./cases.ts";
import { rowBefore } from "./handovers.ts";

/** What a threshold is to bring about. */
export type Target =
  | { readonly kind: "capacity"; readonly perWeek: number }
  /** Share of the customers that are to be handed over, 0 to 1. */
  | { readonly kind: "catch"; readonly share: number };

/** What a threshold of the combined score costs and brings; by whole points. */
export type Price = {
  readonly points: number;
  /** Leads handed over a week, over the last months; null where there are no two days. */
  readonly perWeek: number | null;
  /** Cases handed over whose outcome is known, those of them that were won, and all that were won. */
  readonly called: number;
  readonly caught: number;
  readonly positives: number;
};

type Priced = {
  readonly cases: Cases;
  readonly known: Uint8Array;
  /** Centipoints, by row. */
  readonly combined: Int32Array;
  /** How many leads each looked at stands for. */
  readonly scale: number;
};

const CENTI = 100;
const HIGHEST_POINTS = 200;
/** Months of which handovers are averaged: a year ago sales may have had other leads. */
const MONTHS = 3;
const WEEK = 7;

/** The price of every threshold from 1 point on. */
export function priceThresholds({ cases, known, combined, scale }: Priced): Price[] {
  const [called, caught] = [new Int32Array(HIGHEST_POINTS + 2), new Int32Array(HIGHEST_POINTS + 2)];
  const newly = new Int32Array(HIGHEST_POINTS + 2);
  const last = cases.days.length - 1;
  const first = Math.max(0, last - MONTHS);
  let positives = 0;
  for (let row = 0; row < combined.length; row++) {
    const points = pointsOf(combined, row);
    const place = cases.places[row] ?? 0;
    if (place > first) {
      // Newly at every threshold above where the lead stood and up to where it stands.
      const before = rowBefore(cases, row);
      addFrom(newly, { above: before === null ? 0 : pointsOf(combined, before), upTo: points });
    }
    if (known[row] === 0) continue;
    addFrom(called, { above: 0, upTo: points });
    if (cases.won[row] === 0) continue;
    positives++;
    addFrom(caught, { above: 0, upTo: points });
  }
  const weeks = ((cases.days[last]?.day ?? 0) - (cases.days[first]?.day ?? 0)) / WEEK;
  const [handed, right, fresh] = [runningSums(called), runningSums(caught), runningSums(newly)];
  return Array.from({ length: HIGHEST_POINTS }, (_, index) => {
    const points = index + 1;
    const perWeek = weeks > 0 ? ((fresh[points] ?? 0) * scale) / weeks : null;
    return { points, perWeek, called: handed[points] ?? 0, caught: right[points] ?? 0, positives };
  });
}

/** The threshold that a target asks for: the lowest within capacity, or the highest that catches enough; null when none does. */
export function thresholdFor(target: Target, prices: readonly Price[]): Price | null {
  if (target.kind === "capacity")
    return prices.find(({ perWeek }) => perWeek !== null && perWeek <= target.perWeek) ?? null;
  return prices.findLast(({ caught, positives }) => positives > 0 && caught >= target.share * positives) ?? null;
}

function pointsOf(combined: Int32Array, row: number): number {
  return Math.floor((combined[row] ?? 0) / CENTI);
}

function addFrom(steps: Int32Array, { above, upTo }: { readonly above: number; readonly upTo: number }): void {
  if (upTo <= above) return;
  steps[above + 1] = (steps[above + 1] ?? 0) + 1;
  steps[upTo + 1] = (steps[upTo + 1] ?? 0) - 1;
}

function runningSums(steps: Int32Array): Int32Array {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}
