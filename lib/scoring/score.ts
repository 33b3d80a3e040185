import type { ScoreBreakdown, Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import type { Facts, Moment } from "./facts.ts";

/** The score with every reason; null when the lead did not exist at the cut. */
export function score(_facts: Facts, _model: Model, _moment: Moment): ScoreBreakdown | null {
  throw new Error("being built");
}

/** The same score without reasons, made by the same evaluator. */
export function totals(_facts: Facts, _model: Model, _moment: Moment): Totals | null {
  throw new Error("being built");
}
