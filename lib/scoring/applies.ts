import type { Model } from "./compile.ts";
import { hasBegun } from "./exists.ts";
import type { Facts, Moment } from "./facts.ts";
import { fillFrame } from "./frame.ts";
import { fieldsAt } from "./history.ts";
import { TRUE } from "./question.ts";

/** Whether a model scores this lead: the lead exists, the model scores its stage, and the segment holds (unknown does not). */
export function applies(facts: Facts, { definition, segment }: Model, moment: Moment): boolean {
  if (!hasBegun(facts, moment)) return false;
  if (definition.stages !== null && !definition.stages.includes(facts.stage)) return false;
  if (segment === null) return true;
  fillFrame(segment.fields, fieldsAt(facts, moment.cut), moment.day);
  return segment.ask(segment.fields) === TRUE;
}

/** Of several models in order the first that applies; null when none does. */
export function chooseModel(facts: Facts, models: readonly Model[], moment: Moment): Model | null {
  return models.find((model) => applies(facts, model, moment)) ?? null;
}
