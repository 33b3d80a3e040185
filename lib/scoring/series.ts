import type { Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import type { Facts, Moment } from "./facts.ts";

export type SeriesPoint = { readonly day: number; readonly totals: Totals | null };

/** The score at each of several moments. The caller gives past days the cut at the start of the next day. */
export function scoreSeries(_facts: Facts, _model: Model, _moments: readonly Moment[]): SeriesPoint[] {
  throw new Error("being built");
}
