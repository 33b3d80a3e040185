import type { Definition, Label } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { criteriaByKey, groupId, groupsByKey, listCriteria, listGroups, SHOWN_AXES } from "./criteria.ts";
import { type CellChange, comparePlays, compareThresholds } from "./diff-cells.ts";
import { type CriterionChange, compareCriteria } from "./diff-criterion.ts";
import { type Step, step } from "./diff-step.ts";
import { isSame } from "./same.ts";

/** One difference between two definitions; a sentence each, in the catalogue under `model.diff`. */
export type Change =
  | CriterionChange
  | CellChange
  | {
      readonly type: "criterion_added" | "criterion_removed";
      readonly label: Label;
      readonly points: number;
      readonly group: Label;
    }
  | (Step<"criterion_moved", Label> & { readonly label: Label })
  | { readonly type: "group_added" | "group_removed"; readonly label: Label; readonly axis: AxisName }
  | Step<"group_renamed", Label>
  | (Step<"cap" | "floor", number | null> & { readonly label: Label })
  | { readonly type: "order" }
  | Step<"mix", Definition["mix"]>
  | Step<"qualifies", Definition["qualifies"]>
  | Step<"name", Label>
  | Step<"segment", Definition["segment"]>
  | Step<"stages", Definition["stages"]>
  | Step<"events_from", Definition["eventsFrom"]>;

/** What differs, in the order in which the editor shows it; empty when both say the same. */
export function compareDefinitions(before: Definition, after: Definition): Change[] {
  return [
    ...compareCriterionSets(before, after),
    ...compareGroups(before, after),
    ...SHOWN_AXES.flatMap((axis) => compareThresholds(before, after, axis)),
    ...comparePlays(before, after),
    ...step("mix", before.mix, after.mix),
    ...step("qualifies", before.qualifies, after.qualifies),
    ...step("name", before.name, after.name),
    ...step("segment", before.segment, after.segment),
    ...step("stages", before.stages, after.stages),
    ...step("events_from", before.eventsFrom, after.eventsFrom),
  ];
}

function compareCriterionSets(before: Definition, after: Definition): Change[] {
  const old = criteriaByKey(before);
  const kept = criteriaByKey(after);
  const changes = listCriteria(after).flatMap(({ place, group, criterion }): Change[] => {
    const was = old.get(criterion.key);
    const { label, points } = criterion;
    if (!was) return [{ type: "criterion_added", label, points, group: group.label }];
    const hasMoved = groupId(was.place.axis, was.group.key) !== groupId(place.axis, group.key);
    return [
      ...compareCriteria(was.criterion, criterion),
      ...(hasMoved ? [{ type: "criterion_moved", label, before: was.group.label, after: group.label } as const] : []),
    ];
  });
  const removed = listCriteria(before).filter(({ criterion }) => !kept.has(criterion.key));
  return [
    ...changes,
    ...removed.map(({ group, criterion: { label, points } }): Change => {
      return { type: "criterion_removed", label, points, group: group.label };
    }),
  ];
}

function compareGroups(before: Definition, after: Definition): Change[] {
  const old = groupsByKey(before);
  const kept = groupsByKey(after);
  const changes = [...kept].flatMap(([id, { place, group }]): Change[] => {
    const was = old.get(id)?.group;
    const { label } = group;
    if (!was) return [{ type: "group_added", label, axis: place.axis }];
    return [
      ...step("group_renamed", was.label, label),
      ...step("cap", was.cap, group.cap).map((change) => ({ ...change, label })),
      ...step("floor", was.floor, group.floor).map((change) => ({ ...change, label })),
    ];
  });
  const removed = listGroups(before).filter(({ place, group }) => !kept.has(groupId(place.axis, group.key)));
  const isReordered = !isSame(sharedOrder(before, after), sharedOrder(after, before));
  return [
    ...changes,
    ...removed.map(({ place, group }): Change => ({ type: "group_removed", label: group.label, axis: place.axis })),
    ...(isReordered ? [{ type: "order" } as const] : []),
  ];
}

/** Keys of what stands in the same group in both, in the order of the first. */
function sharedOrder(definition: Definition, other: Definition): string[] {
  const groups = groupsByKey(other);
  const criteria = criteriaByKey(other);
  return listGroups(definition).flatMap(({ place, group }) => {
    const id = groupId(place.axis, group.key);
    if (!groups.has(id)) return [];
    const stayed = group.criteria.filter(({ key }) => {
      const there = criteria.get(key);
      return there && groupId(there.place.axis, there.group.key) === id;
    });
    return [id, ...stayed.map(({ key }) => key)];
  });
}
