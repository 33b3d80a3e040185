import type { Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import type { Facts, Moment } from "./facts.ts";
import { totals } from "./score.ts";

/** null before the lead existed. */
export type SeriesPoint = { readonly day: number; readonly totals: Totals | null };

/** The score at each of several moments. The caller gives past days the cut at the start of the next day. */
export function scoreSeries(facts: Facts, model: Model, moments: readonly Moment[]): SeriesPoint[] {
  return moments.map((moment) => ({ day: moment.day, totals: totals(facts, model, moment) }));
}
