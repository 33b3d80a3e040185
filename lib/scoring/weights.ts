import { toCentipoints } from "./contribution.ts";
import type { AxisDefinition, Criterion, Group } from "./definition.ts";

/** What turns factor sums into an axis: all that a marketer may drag without an event being read again. */
export type AxisWeights = {
  readonly groups: readonly GroupWeights[];
  /** Centipoints that open the bands above the lowest, rising. */
  readonly thresholds: readonly number[];
};

export type GroupWeights = {
  readonly group: Group;
  /** Place among all groups of the model. */
  readonly index: number;
  readonly cap: number;
  readonly floor: number;
  readonly criteria: readonly CriterionWeight[];
};

export type CriterionWeight = {
  readonly criterion: Criterion;
  /** Place among all criteria of the model. */
  readonly index: number;
  readonly centiPerMatch: number;
  readonly maximum: number;
};

export function axisWeights(axis: AxisDefinition, first: { group: number; criterion: number }): AxisWeights {
  let criterion = first.criterion;
  const groups = axis.groups.map((group, place) => {
    const criteria = group.criteria.map((each) => criterionWeight(each, criterion++));
    return groupWeights(group, first.group + place, criteria);
  });
  return { groups, thresholds: axis.thresholds.map(toCentipoints) };
}

function groupWeights(group: Group, index: number, criteria: CriterionWeight[]): GroupWeights {
  return {
    group,
    index,
    cap: group.cap === null ? Infinity : toCentipoints(group.cap),
    floor: group.floor === null ? -Infinity : toCentipoints(group.floor),
    criteria,
  };
}

function criterionWeight(criterion: Criterion, index: number): CriterionWeight {
  const maximum = criterion.type === "event" || criterion.type === "burst" ? criterion.maximum : null;
  return {
    criterion,
    index,
    centiPerMatch: toCentipoints(criterion.points),
    maximum: maximum === null ? Infinity : toCentipoints(maximum),
  };
}
