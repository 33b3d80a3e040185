import type { Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import type { Facts, Moment } from "./facts.ts";
import { totals } from "./score.ts";

/** A day on which the cell changes although nothing happens. */
export type CellChange = { readonly day: number; readonly from: Totals; readonly to: Totals };

/**
 * The changes of cell in the `horizonDays` after a moment, in order, when nothing happens: only the
 * day moves. Scores need not fall all the way (an adjustment ends, a season begins), so every day
 * is asked, as far as its reader goes.
 */
export function* forecast(facts: Facts, model: Model, moment: Moment, horizonDays: number): Generator<CellChange> {
  let before = totals(facts, model, moment);
  for (let day = moment.day + 1; day <= moment.day + horizonDays; day++) {
    const after = totals(facts, model, { ...moment, day });
    if (before && after && before.cell !== after.cell) yield { day, from: before, to: after };
    before = after;
  }
}
