import type { Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import type { Facts, Moment } from "./facts.ts";

/** A day on which the cell changes although nothing happens. */
export type CellChange = { readonly day: number; readonly from: Totals; readonly to: Totals };

/** The changes of cell in the `horizonDays` after the moment, in order, when nothing happens: only the day moves. */
export function forecast(_facts: Facts, _model: Model, _moment: Moment, _horizonDays: number): CellChange[] {
  throw new Error("being built");
}
