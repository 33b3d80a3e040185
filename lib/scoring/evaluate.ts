import type { AssetNumbers } from "./asset-numbers.ts";
import { askAttributes } from "./attribute-rule.ts";
import { bandOf, combine } from "./bands.ts";
import type { Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import { eventSpan, idleSince, isInForce } from "./exists.ts";
import type { AxisName, Facts, Moment, ScoringEvent } from "./facts.ts";
import { countKnown, fillFrame } from "./frame.ts";
import { fieldsAt } from "./history.ts";
import type { Sink } from "./sink.ts";
import type { Occurrence, Tally } from "./tally.ts";
import { holdWithinScore, weigh } from "./weigh.ts";

/** Whose score, by which model, when. */
export type Subject = { readonly facts: Facts; readonly model: Model; readonly moment: Moment };

/** What an evaluation works with and writes to. */
export type Means = {
  readonly sink: Sink;
  /** One row, on the same sink. */
  readonly tally: Tally;
  readonly assets: AssetNumbers;
  readonly factorSums: Int32Array;
  /** The lead's events when they are in order of time and are to be named by their place; null when days will do. */
  readonly timeline: readonly ScoringEvent[] | null;
};

/** The one evaluator: facts to factor sums, factor sums to scores, each step told to the sink. */
export function evaluate(subject: Subject, means: Means): Totals {
  const { facts, model, moment } = subject;
  fillFrame(model.fields, fieldsAt(facts, moment.cut), moment.day);
  askAttributes(model.attributeRules, model.fields, means);
  countEvents(subject, means);
  return placeScores(subject, means);
}

const occurrence: Occurrence = { rank: 0, at: 0, day: 0, asset: 0 };

function countEvents({ facts, model, moment }: Subject, { tally, assets, factorSums, timeline }: Means): void {
  const { since, until } = eventSpan(facts, model, moment);
  const events = timeline ?? facts.events;
  tally.begin(moment.day);
  assets.begin();
  for (let place = 0; place < events.length; place++) {
    const event = events[place];
    if (event === undefined || event.at < since || event.at >= until) continue;
    occurrence.rank = timeline === null ? event.day : place;
    occurrence.at = event.at;
    occurrence.day = event.day;
    for (const rule of model.rulesOf(event.type)) {
      if (rule.where !== null && !rule.where(event.properties)) continue;
      if (rule.how === "newest_per_asset") occurrence.asset = assets.numberOf(event);
      tally.add(0, rule, occurrence);
    }
  }
  tally.settle(0, idleSince(facts, model), factorSums);
}

function placeScores(subject: Subject, means: Means): Totals {
  const { model } = subject;
  const fit = scoreAxis("fit", subject, means);
  const engagement = scoreAxis("engagement", subject, means);
  const combined = combine(model.definition.mix, { fit, engagement });
  const fitBand = bandOf(fit, model.weights.fit.thresholds);
  const engagementBand = bandOf(engagement, model.weights.engagement.thresholds);
  const cell = model.cells[fitBand]?.[engagementBand] ?? "";
  const newestAt = means.tally.newestAt[0] ?? -Infinity;
  return {
    fit,
    engagement,
    combined,
    fitBand: model.bands.fit[fitBand] ?? "",
    engagementBand: model.bands.engagement[engagementBand] ?? "",
    cell,
    qualifies: model.qualifies(cell, combined),
    knownFields: countKnown(model.fields),
    newestEventAt: newestAt === -Infinity ? null : newestAt,
  };
}

function scoreAxis(axis: AxisName, { facts, model, moment }: Subject, { sink, factorSums }: Means): number {
  let sum = weigh(model.weights[axis], factorSums, sink);
  for (const adjustment of facts.adjustments)
    if (adjustment.axis === axis && isInForce(adjustment, moment)) sum += adjustment.centipoints;
  return holdWithinScore(sum);
}
