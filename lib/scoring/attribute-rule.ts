import type { Criterion } from "./definition.ts";
import type { FieldCatalogue } from "./facts.ts";
import type { Frame, FramePlan } from "./frame.ts";
import { compileCondition, FALSE, type Placing, type Question, type Truth } from "./question.ts";
import { compileSeason, isInSeason, type Season } from "./season.ts";

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

/** Out of season nothing matches. */
export function askAttribute({ ask, season }: AttributeRule, frame: Frame): Truth {
  return isInSeason(season, frame.day) ? ask(frame) : FALSE;
}
