import type { AxisBreakdown, CriterionLine, ScoreBreakdown } from "../breakdown.ts";
import { compile, type Model } from "../compile.ts";
import type { Facts, Moment } from "../facts.ts";
import { score } from "../score.ts";
import { aDefinition, CATALOGUE } from "./definitions.ts";
import { LIVE } from "./leads.ts";

export function aModel(overrides: Parameters<typeof aDefinition>[0]): Model {
  return compile(aDefinition(overrides), CATALOGUE);
}

/** The breakdown of a lead that exists. */
export function breakdownOf(facts: Facts, model: Model, moment: Moment = LIVE): ScoreBreakdown {
  const breakdown = score(facts, model, moment);
  if (breakdown === null) throw new Error("The lead has no score.");
  return breakdown;
}

/** The line of a criterion, by its key. */
export function lineOf(breakdown: ScoreBreakdown, key: string): CriterionLine {
  const { fit, engagement } = breakdown.axes;
  const line = [...fit.groups, ...engagement.groups]
    .flatMap(({ criteria }) => criteria)
    .find((each) => each.key === key);
  if (line === undefined) throw new Error(`There is no criterion ${key}.`);
  return line;
}

/** Every amount that a reader of an axis would add up. */
export function amountsOf({ groups, adjustments, limit }: AxisBreakdown): number[] {
  return [
    ...groups.flatMap((group) => [
      ...group.criteria.flatMap((line) => [line.centipoints, line.maximum?.centipoints ?? 0]),
      group.limit?.centipoints ?? 0,
    ]),
    ...adjustments.map(({ centipoints }) => centipoints),
    limit?.centipoints ?? 0,
  ];
}
