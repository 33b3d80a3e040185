import type { AssetNumbers } from "./asset-numbers.ts";
import type { Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Facts, Moment, ScoringEvent } from "./facts.ts";
import { standingAt } from "./standing.ts";
import type { Occurrence } from "./tally.ts";

/** Whose score, by which model, when. */
export type Subject = { readonly facts: Facts; readonly model: Model; readonly moment: Moment };

/** What an evaluation of one lead works with. */
export type Means = {
  /** Of the subject's model. */
  readonly evaluator: Evaluator;
  readonly assets: AssetNumbers;
  /** The lead's events when they are in order of time and are to be named by their place; null when days will do. */
  readonly timeline: readonly ScoringEvent[] | null;
};

/** The score of one lead that exists: the evaluator's first row, at its first seat. */
export function evaluate({ facts, moment }: Subject, { evaluator, assets, timeline }: Means): Totals {
  evaluator.begin(moment);
  evaluator.enter(0, standingAt(facts, moment));
  for (const adjustment of facts.adjustments) evaluator.adjust(0, adjustment);
  assets.begin();
  countEvents(timeline ?? facts.events, { evaluator, assets, timeline });
  return evaluator.settle(0, 0);
}

const occurrence: Occurrence = { rank: 0, at: 0, day: 0, asset: 0 };

function countEvents(events: readonly ScoringEvent[], { evaluator, assets, timeline }: Means): void {
  for (let place = 0; place < events.length; place++) {
    const event = events[place];
    if (event === undefined || !evaluator.sees(0, event.at)) continue;
    occurrence.rank = timeline === null ? event.day : place;
    occurrence.at = event.at;
    occurrence.day = event.day;
    for (const rule of evaluator.model.rulesOf(event.type)) {
      if (rule.where !== null && !rule.where(event.properties)) continue;
      if (rule.how === "newest_per_asset") occurrence.asset = assets.numberOf(event);
      evaluator.count(0, rule, occurrence);
    }
  }
}
