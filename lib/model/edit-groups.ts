import type { Criterion, Definition, Group } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { CriterionPlace, GroupPlace } from "./criteria.ts";

/** Changes to groups and the criteria in them. */
export type GroupEdit =
  | { readonly type: "add_group"; readonly axis: AxisName; readonly group: Group }
  | {
      readonly type: "change_group";
      readonly at: GroupPlace;
      readonly change: Partial<Pick<Group, "label" | "cap" | "floor">>;
    }
  | { readonly type: "move_group"; readonly at: GroupPlace; readonly by: 1 | -1 }
  | { readonly type: "remove_group"; readonly at: GroupPlace }
  | { readonly type: "add_criterion"; readonly at: GroupPlace; readonly criterion: Criterion }
  | { readonly type: "set_criterion"; readonly at: CriterionPlace; readonly criterion: Criterion }
  /** `to.criterion` is the position it has afterwards. */
  | { readonly type: "move_criterion"; readonly at: CriterionPlace; readonly to: CriterionPlace }
  | { readonly type: "remove_criterion"; readonly at: CriterionPlace };

export function applyGroupEdit(definition: Definition, edit: GroupEdit): Definition {
  switch (edit.type) {
    case "add_group":
      return withGroups(definition, edit.axis, (groups) => [...groups, edit.group]);
    case "change_group":
      return withGroup(definition, edit.at, (group) => ({ ...group, ...edit.change }));
    case "move_group":
      return withGroups(definition, edit.at.axis, (groups) => moved(groups, edit.at.group, edit.at.group + edit.by));
    case "remove_group":
      return withGroups(definition, edit.at.axis, (groups) => groups.filter((_, index) => index !== edit.at.group));
    case "add_criterion":
      return withCriteria(definition, edit.at, (criteria) => [...criteria, edit.criterion]);
    case "set_criterion":
      return withCriteria(definition, edit.at, (criteria) =>
        criteria.map((criterion, index) => (index === edit.at.criterion ? edit.criterion : criterion)),
      );
    case "move_criterion":
      return moveCriterion(definition, edit.at, edit.to);
    case "remove_criterion":
      return withCriteria(definition, edit.at, (criteria) =>
        criteria.filter((_, index) => index !== edit.at.criterion),
      );
  }
}

function moveCriterion(definition: Definition, at: CriterionPlace, to: CriterionPlace): Definition {
  const criterion = definition.axes[at.axis].groups[at.group]?.criteria[at.criterion];
  if (!criterion || !definition.axes[to.axis].groups[to.group]) return definition;
  const without = applyGroupEdit(definition, { type: "remove_criterion", at });
  return withCriteria(without, to, (criteria) => criteria.toSpliced(to.criterion, 0, criterion));
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}

function withCriteria(
  definition: Definition,
  at: GroupPlace,
  change: (criteria: readonly Criterion[]) => Criterion[],
): Definition {
  return withGroup(definition, at, (group) => ({ ...group, criteria: change(group.criteria) }));
}

function withGroup(definition: Definition, at: GroupPlace, change: (group: Group) => Group): Definition {
  return withGroups(definition, at.axis, (groups) =>
    groups.map((group, index) => (index === at.group ? change(group) : group)),
  );
}

function withGroups(definition: Definition, axis: AxisName, change: (groups: readonly Group[]) => Group[]): Definition {
  const changed = { ...definition.axes[axis], groups: change(definition.axes[axis].groups) };
  return { ...definition, axes: { ...definition.axes, [axis]: changed } };
}
