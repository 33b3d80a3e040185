import { AssetNumbers } from "./asset-numbers.ts";
import type { FieldLine, ScoreBreakdown, Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import { evaluate, type Means } from "./evaluate.ts";
import { Evaluator } from "./evaluator.ts";
import { hasBegun } from "./exists.ts";
import { explain } from "./explain.ts";
import type { Facts, Moment, ScoringEvent } from "./facts.ts";
import { fieldsAt } from "./history.ts";
import { Recorder } from "./recorder.ts";
import { SILENT } from "./sink.ts";

/** The score with every reason; null when the lead did not exist at the cut. */
export function score(facts: Facts, model: Model, moment: Moment): ScoreBreakdown | null {
  if (!hasBegun(facts, moment)) return null;
  const subject = { facts, model, moment };
  const recorder = new Recorder(model);
  const timeline = [...facts.events].sort(byTime);
  const dayOfRank = Int32Array.from(timeline, ({ day }) => day);
  const evaluator = new Evaluator(model, { rows: 1, dayOfRank, sink: recorder });
  return explain({
    ...subject,
    totals: evaluate(subject, { evaluator, assets: new AssetNumbers(), timeline }),
    recorder,
    factorSums: evaluator.factorSums,
    timeline,
    fieldLine: readFieldLine(facts, model, moment),
  });
}

/** The same score without reasons, made by the same evaluator. */
export function totals(facts: Facts, model: Model, moment: Moment): Totals | null {
  return hasBegun(facts, moment) ? evaluate({ facts, model, moment }, silentMeans(model)) : null;
}

/** Made once a model, so that a score without reasons needs no memory of its own. */
function silentMeans(model: Model): Means {
  const known = meansByModel.get(model);
  if (known) return known;
  const means = {
    evaluator: new Evaluator(model, { rows: 1, sink: SILENT }),
    assets: new AssetNumbers(),
    timeline: null,
  };
  meansByModel.set(model, means);
  return means;
}

const meansByModel = new WeakMap<Model, Means>();

/** The engine's one order of events: day, instant, id. */
function byTime(one: ScoringEvent, other: ScoringEvent): number {
  return one.day - other.day || one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id));
}

/** Fields as they are shown: the value as it was written, null when it is missing or of another type. */
function readFieldLine(facts: Facts, { fields }: Model, { cut }: Moment): (field: string) => FieldLine {
  const source = fieldsAt(facts, cut);
  return (field) => {
    const isKnown = fields.values[fields.names.indexOf(field)] != null;
    return { field, value: isKnown ? (source[field] ?? null) : null };
  };
}
