import { cellProblems } from "./cell-problems.ts";
import { conditionProblems } from "./condition-problems.ts";
import { criterionProblems } from "./criterion-problems.ts";
import { AXES, type Definition, type Group } from "./definition.ts";
import type { AxisName, Catalogue } from "./facts.ts";
import { parseDefinition } from "./parse.ts";
import { type Path, type Problem, type ProblemCode, problem } from "./problem.ts";

/** Problems of shape after which the rest of the document can still be read. */
const READABLE: readonly ProblemCode[] = [
  "not_whole",
  "too_small",
  "too_large",
  "too_many_decimals",
  "empty_text",
  "text_too_long",
  "invalid_key",
  "invalid_cell",
  "half_life_out_of_range",
  "unknown_setting",
];

/**
 * All that a definition gets wrong, in its shape, in itself, and given what the organisation has;
 * empty when it may be published. At most one problem a place, in the order of finding.
 */
export function validateDefinition(definition: Definition, catalogue: Catalogue): Problem[] {
  const parsed = parseDefinition(definition);
  const ofShape = parsed.ok ? [] : parsed.problems;
  if (!ofShape.every(({ code }) => READABLE.includes(code))) return ofShape;
  const places = new Map<string, Problem>();
  for (const found of [...ofShape, ...ofMeaning(definition, catalogue)]) {
    const place = found.path.join(" ");
    if (!places.has(place)) places.set(place, found);
  }
  return [...places.values()];
}

function ofMeaning(definition: Definition, catalogue: Catalogue): Problem[] {
  return [
    ...segmentProblems(definition, catalogue),
    ...AXES.flatMap((axis) => thresholdProblems(axis, definition)),
    ...placedGroups(definition).flatMap(({ group, path }) => groupProblems(group, path, catalogue)),
    ...keyProblems(definition),
    ...mixProblems(definition),
    ...cellProblems(definition),
  ];
}

type PlacedGroup = { readonly group: Group; readonly path: Path };

function placedGroups({ axes }: Definition): PlacedGroup[] {
  return AXES.flatMap((axis) =>
    axes[axis].groups.map((group, place) => ({ group, path: ["axes", axis, "groups", place] })),
  );
}

function segmentProblems({ segment, stages }: Definition, catalogue: Catalogue): Problem[] {
  const problems = segment === null ? [] : conditionProblems(segment, ["segment"], catalogue.fields);
  (stages ?? []).forEach((stage, place) => {
    if (!catalogue.stages.includes(stage)) problems.push(problem(["stages", place], "unknown_stage", { stage }));
  });
  return problems;
}

function thresholdProblems(axis: AxisName, { axes }: Definition): Problem[] {
  const { thresholds } = axes[axis];
  return thresholds.flatMap((threshold, place) => {
    const previous = thresholds[place - 1] ?? 0;
    if (threshold > previous) return [];
    return [problem(["axes", axis, "thresholds", place], "thresholds_not_rising", { threshold, previous })];
  });
}

function groupProblems(group: Group, path: Path, catalogue: Catalogue): Problem[] {
  const { cap, floor, criteria } = group;
  const problems = criteria.flatMap((criterion, place) =>
    criterionProblems(criterion, [...path, "criteria", place], catalogue),
  );
  if (cap !== null && floor !== null && floor > cap)
    problems.push(problem([...path, "floor"], "floor_above_cap", { floor, cap }));
  return problems;
}

/** Keys name lines from version to version, so they are unique in a model, for groups and for criteria. */
function keyProblems(definition: Definition): Problem[] {
  const groups = placedGroups(definition);
  const criteria = groups.flatMap(({ group, path }) =>
    group.criteria.map(({ key }, place) => ({ key, path: [...path, "criteria", place, "key"] })),
  );
  const none = criteria.length === 0 ? [problem(["axes"], "no_criteria")] : [];
  return [
    ...none,
    ...duplicates(groups.map(({ group, path }) => ({ key: group.key, path: [...path, "key"] }))),
    ...duplicates(criteria),
  ];
}

function duplicates(keyed: readonly { readonly key: string; readonly path: Path }[]): Problem[] {
  const known = new Set<string>();
  return keyed.flatMap(({ key, path }) => {
    if (known.has(key)) return [problem(path, "duplicate_key", { key })];
    known.add(key);
    return [];
  });
}

function mixProblems({ mix: { fit, engagement } }: Definition): Problem[] {
  const sum = fit + engagement;
  return sum === 100 || (fit === 100 && engagement === 100)
    ? []
    : [problem(["mix"], "mix_not_whole", { fit, engagement, sum })];
}
