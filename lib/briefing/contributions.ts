import type { CriterionLine, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { AXES } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

/** A criterion with what it gives after its own maximum, and that times its axis' percents of the mix. */
export type Contribution = {
  readonly axis: AxisName;
  readonly line: CriterionLine;
  readonly centipoints: number;
  readonly weight: number;
};

/** The criteria that give anything, by weight in the combined score: heaviest first, ties in the order of the model. */
export function contributionsOf({ axes, mix }: ScoreBreakdown): Contribution[] {
  return AXES.flatMap((axis) =>
    axes[axis].groups.flatMap(({ criteria }) =>
      criteria.map((line) => {
        const centipoints = line.centipoints + (line.maximum?.centipoints ?? 0);
        return { axis, line, centipoints, weight: centipoints * mix[axis] };
      }),
    ),
  )
    .filter(({ centipoints }) => centipoints !== 0)
    .sort((one, other) => other.weight - one.weight);
}
