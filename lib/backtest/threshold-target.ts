import { calledLeads } from "./called-leads.ts";
import type { Cases } from "./cases.ts";
import { isFirstRow, isGivenBack, weekEnds, weeksOf } from "./handovers.ts";

/** What a threshold is to bring about. */
export type Target =
  | { readonly kind: "capacity"; readonly perWeek: number }
  /** Share of the customers that are to be handed over, 0 to 1. */
  | { readonly kind: "catch"; readonly share: number };

/** What a threshold of the combined score costs and brings; by whole points. */
export type Price = {
  readonly points: number;
  /** Leads handed over a week, over the last weeks; null where there is none. */
  readonly perWeek: number | null;
  /** Leads handed over on any day whose outcome is known, those of them that were won after it, and all that were won. */
  readonly called: number;
  readonly caught: number;
  readonly customers: number;
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

/** The price of every threshold from 1 point on. */
export function priceThresholds({ cases, known, combined, scale }: Priced): Price[] {
  const [called, caught] = [new Int32Array(HIGHEST_POINTS + 2), new Int32Array(HIGHEST_POINTS + 2)];
  const newly = new Int32Array(HIGHEST_POINTS + 2);
  const weekOf = weeksOf(cases);
  const leads = calledLeads(combined, cases, known);
  for (const { best, bestBeforeWin } of leads) {
    addFrom(called, { above: 0, upTo: wholePoints(best) });
    addFrom(caught, { above: 0, upTo: wholePoints(bestBeforeWin) });
  }
  const customers = leads.filter(({ bestBeforeWin }) => bestBeforeWin >= 0).length;
  // As `handoversOf` counts, at every threshold at once: newly at those above all where the lead stood since it can be handed over.
  let highest = 0;
  for (let row = 0; row < combined.length; row++) {
    const points = wholePoints(combined[row] ?? 0);
    if (isFirstRow(cases, row)) highest = 0;
    else if (isGivenBack(cases, row)) highest = points;
    else if (cases.withSales[row - 1] !== 0) highest = HIGHEST_POINTS;
    if ((weekOf[cases.places[row] ?? 0] ?? 0) > 0) addFrom(newly, { above: highest, upTo: points });
    highest = Math.max(highest, points);
  }
  const weeks = Math.max(0, weekEnds(cases).length - 1);
  const [handed, right, fresh] = [runningSums(called), runningSums(caught), runningSums(newly)];
  return Array.from({ length: HIGHEST_POINTS }, (_, index) => {
    const points = index + 1;
    const perWeek = weeks > 0 ? ((fresh[points] ?? 0) * scale) / weeks : null;
    return { points, perWeek, called: handed[points] ?? 0, caught: right[points] ?? 0, customers };
  });
}

/**
 * The threshold that a target asks for: the highest that catches enough, or the lowest from which on all are within
 * capacity, since a low one that everybody is beyond all the time brings few newcomers, too; null when none does.
 */
export function thresholdFor(target: Target, prices: readonly Price[]): Price | null {
  if (target.kind === "catch")
    return prices.findLast(({ caught, customers }) => customers > 0 && caught >= target.share * customers) ?? null;
  const tooMany = prices.findLastIndex(({ perWeek }) => perWeek === null || perWeek > target.perWeek);
  return prices[tooMany + 1] ?? null;
}

function wholePoints(centipoints: number): number {
  return Math.floor(centipoints / CENTI);
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
