import { ONE } from "./decay.ts";
import type { Criterion } from "./definition.ts";
import type { FieldCatalogue } from "./facts.ts";
import type { Frame, FramePlan } from "./frame.ts";
import { compileCondition, FALSE, type Placing, type Question, TRUE } from "./question.ts";
import { compileSeason, isInSeason, type Season } from "./season.ts";
import type { Sink } from "./sink.ts";

/** A criterion that asks about fields, made ready to be asked. */
export type AttributeRule = {
  readonly index: number;
  readonly ask: Question;
  readonly season: Season | null;
};

type AttributeCriterion = Extract<Criterion, { type: "attribute" }>;

export function compileAttributeRule(criterion: AttributeCriterion, index: number, placing: Placing): AttributeRule {
  return { index, ask: compileCondition(criterion.condition, placing), season: compileSeason(criterion.active) };
}

/** Places of fields in a frame, each read as the type that the catalogue gives it. */
export function placeFields(plan: FramePlan, fields: FieldCatalogue): Placing {
  return ({ field }) => {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (type === undefined) throw new Error(`The catalogue has no field "${field}"; validate a definition first.`);
    return { place: plan.placeOf(field, type), type };
  };
}

/** Writes the factor sum of every rule, one match or none, at the place of its criterion. */
export function askAttributes(
  rules: readonly AttributeRule[],
  frame: Frame,
  out: { factorSums: Int32Array; sink: Sink },
) {
  for (const { index, ask, season } of rules) {
    const truth = isInSeason(season, frame.day) ? ask(frame) : FALSE;
    out.factorSums[index] = truth === TRUE ? ONE : 0;
    out.sink.answered(index, truth);
  }
}
