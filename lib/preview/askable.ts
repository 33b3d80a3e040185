import { conditionProblems } from "#lib/scoring/condition-problems.ts";
import { criterionProblems } from "#lib/scoring/criterion-problems.ts";
import { type Criterion, criterionSchema, type Definition, definitionSchema } from "#lib/scoring/definition.ts";
import type { Catalogue } from "#lib/scoring/facts.ts";

type Segment = Definition["segment"];

const segmentSchema = definitionSchema.shape.segment;
/** What was found sound; nothing is ever changed in place. */
const sound = new WeakSet<object>();

/**
 * What of a definition under the hand a server can measure: a rule that makes no sense yet is left out, and while the
 * segment makes none the last one that did stays. The definition itself where all of it makes sense.
 */
export function askableOf(definition: Definition, catalogue: Catalogue, lastSegment: Segment): Definition {
  const segment = isSoundSegment(definition.segment, catalogue) ? definition.segment : lastSegment;
  const isWhole = (["fit", "engagement"] as const).every((axis) =>
    definition.axes[axis].groups.every(({ criteria }) => criteria.every((each) => isSoundCriterion(each, catalogue))),
  );
  if (isWhole && segment === definition.segment) return definition;
  const axisOf = (axis: "fit" | "engagement") => ({
    ...definition.axes[axis],
    groups: definition.axes[axis].groups.map((group) => ({
      ...group,
      criteria: group.criteria.filter((each) => isSoundCriterion(each, catalogue)),
    })),
  });
  return { ...definition, segment, axes: { fit: axisOf("fit"), engagement: axisOf("engagement") } };
}

export function isSoundSegment(segment: Segment, { fields }: Catalogue): boolean {
  if (segment === null || sound.has(segment)) return true;
  const isSound = segmentSchema.safeParse(segment).success && conditionProblems(segment, [], fields).length === 0;
  if (isSound) sound.add(segment);
  return isSound;
}

function isSoundCriterion(criterion: Criterion, catalogue: Catalogue): boolean {
  if (sound.has(criterion)) return true;
  const isSound =
    criterionSchema.safeParse(criterion).success && criterionProblems(criterion, [], catalogue).length === 0;
  if (isSound) sound.add(criterion);
  return isSound;
}
