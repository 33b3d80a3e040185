import type { CriterionLine, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { AXES, type Label } from "#lib/scoring/definition.ts";

/** A trait that the model asks for: the criterion, by which it is found in the bill of the score. */
export type Trait = { readonly criterion: string; readonly label: Label };

export const TRAIT_SIDES = ["for", "against", "missing", "unknown"] as const;
/** `missing` and `unknown`: what would have spoken for the lead, and does not, or nobody knows. */
export type TraitSide = (typeof TRAIT_SIDES)[number];
export type Traits = Readonly<Record<TraitSide, readonly Trait[]>>;

/** How the lead fits, heaviest trait first on each side. What engagement asks of fields only counts where it is so. */
export function traitsOf({ axes, mix }: ScoreBreakdown): Traits {
  const asked = AXES.flatMap((axis) =>
    axes[axis].groups
      .flatMap(({ criteria }) => criteria)
      .filter(({ type, isActive, centiPerMatch }) => type === "attribute" && isActive && centiPerMatch !== 0)
      .map((line) => ({ line, axis, weight: Math.abs(line.centiPerMatch) * mix[axis] })),
  ).sort((one, other) => other.weight - one.weight);
  const named = (holds: (line: CriterionLine) => boolean, onFitOnly = false) =>
    asked
      .filter(({ line, axis }) => holds(line) && !(onFitOnly && axis !== "fit"))
      .map(({ line: { key, label } }) => ({ criterion: key, label }));
  const isGood = ({ centiPerMatch }: CriterionLine) => centiPerMatch > 0;
  return {
    for: named((line) => line.status === "matched" && isGood(line)),
    against: named((line) => line.status === "matched" && !isGood(line)),
    missing: named((line) => line.status === "not_matched" && isGood(line), true),
    unknown: named((line) => line.status === "unknown", true),
  };
}
