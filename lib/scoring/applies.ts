import type { Model } from "./compile.ts";
import type { Facts, Moment } from "./facts.ts";

/** Whether a model scores this lead: its segment holds (unknown does not) and it scores the lead's stage. */
export function applies(_facts: Facts, _model: Model, _moment: Moment): boolean {
  throw new Error("being built");
}

/** Of several models in order the first that applies; null when none does. */
export function chooseModel(facts: Facts, models: readonly Model[], moment: Moment): Model | null {
  return models.find((model) => applies(facts, model, moment)) ?? null;
}
