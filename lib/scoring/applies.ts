import type { Model } from "./compile.ts";
import type { Facts, Moment } from "./facts.ts";
import { isScoredBy, standingAt } from "./standing.ts";

/** Whether a model scores the lead with these facts. */
export function applies(facts: Facts, model: Model, moment: Moment): boolean {
  return isScoredBy(standingAt(facts, moment), model, moment);
}

/** Of several models in order the first that applies; null when none does. */
export function chooseModel(facts: Facts, models: readonly Model[], moment: Moment): Model | null {
  const standing = standingAt(facts, moment);
  return models.find((model) => isScoredBy(standing, model, moment)) ?? null;
}
