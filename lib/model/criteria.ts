import type { Criterion, Definition, Group } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

/** The axes in the order in which the editor and its sentences show them: what changes most comes first. */
export const SHOWN_AXES = ["engagement", "fit"] as const satisfies readonly AxisName[];

/** Where a group stands in a definition, and a criterion in its group. */
export type GroupPlace = { readonly axis: AxisName; readonly group: number };
export type CriterionPlace = GroupPlace & { readonly criterion: number };

export type PlacedGroup = { readonly place: GroupPlace; readonly group: Group };
export type PlacedCriterion = { readonly place: CriterionPlace; readonly group: Group; readonly criterion: Criterion };

/** All groups with their places, in the order in which the editor shows them. */
export function listGroups(definition: Definition): PlacedGroup[] {
  return SHOWN_AXES.flatMap((axis) =>
    definition.axes[axis].groups.map((group, index) => ({ place: { axis, group: index }, group })),
  );
}

/** All criteria with their groups and places, in the order in which the editor shows them. */
export function listCriteria(definition: Definition): PlacedCriterion[] {
  return listGroups(definition).flatMap(({ place, group }) =>
    group.criteria.map((criterion, index) => ({ place: { ...place, criterion: index }, group, criterion })),
  );
}

/** Keys name criteria and groups through all versions. */
export function criteriaByKey(definition: Definition): Map<string, PlacedCriterion> {
  return new Map(listCriteria(definition).map((placed) => [placed.criterion.key, placed]));
}

/** Groups by axis and key: two axes may use the same key. */
export function groupsByKey(definition: Definition): Map<string, PlacedGroup> {
  return new Map(listGroups(definition).map((placed) => [groupId(placed.place.axis, placed.group.key), placed]));
}

/** Names a group across both axes: its key alone is unique on its own only. */
export function groupId(axis: AxisName, key: string): string {
  return `${axis}.${key}`;
}

/** A key that no criterion or group of the definition has, made of some words. */
export function freeKey(definition: Definition, words: string): string {
  const stem =
    words
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^[^a-z]+|_+$/g, "")
      .slice(0, 50) || "criterion";
  const taken = new Set([
    ...listGroups(definition).map(({ group }) => group.key),
    ...listCriteria(definition).map(({ criterion }) => criterion.key),
  ]);
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}

/** All criteria as the engine numbers them: fit before engagement, in the order of the document. */
export function criteriaOf({ axes }: Definition): Criterion[] {
  return [...axes.fit.groups, ...axes.engagement.groups].flatMap((group) => group.criteria);
}
