import type { Definition, Play } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { changeBands } from "./change-bands.ts";
import { applyGroupEdit, type GroupEdit } from "./edit-groups.ts";
import { isSame } from "./same.ts";

/** One change by hand. Places are positions in the definition it is applied to. */
export type Edit =
  | GroupEdit
  | { readonly type: "replace"; readonly definition: Definition }
  | {
      readonly type: "describe";
      readonly change: Partial<Pick<Definition, "name" | "segment" | "stages" | "eventsFrom">>;
    }
  | { readonly type: "set_threshold"; readonly axis: AxisName; readonly index: number; readonly value: number }
  | { readonly type: "set_bands"; readonly axis: AxisName; readonly bands: number }
  | { readonly type: "set_mix"; readonly mix: Definition["mix"] }
  | { readonly type: "set_play"; readonly cell: string; readonly play: Play }
  | { readonly type: "set_qualifies"; readonly qualifies: Definition["qualifies"] };

/** The definition after the edit; the same object when the edit changes nothing or its place does not exist. */
export function applyEdit(definition: Definition, edit: Edit): Definition {
  const edited = apply(definition, edit);
  return isSame(definition, edited) ? definition : edited;
}

function apply(definition: Definition, edit: Edit): Definition {
  switch (edit.type) {
    case "replace":
      return edit.definition;
    case "describe":
      return { ...definition, ...edit.change };
    case "set_threshold":
      return setThreshold(definition, edit);
    case "set_bands":
      return changeBands(definition, edit.axis, edit.bands);
    case "set_mix":
      return { ...definition, mix: edit.mix };
    case "set_play":
      return setPlay(definition, edit);
    case "set_qualifies":
      return { ...definition, qualifies: edit.qualifies };
    default:
      return applyGroupEdit(definition, edit);
  }
}

function setThreshold(
  definition: Definition,
  { axis, index, value }: { readonly axis: AxisName; readonly index: number; readonly value: number },
): Definition {
  const { thresholds } = definition.axes[axis];
  if (thresholds[index] === undefined) return definition;
  const changed = { ...definition.axes[axis], thresholds: thresholds.with(index, value) };
  return { ...definition, axes: { ...definition.axes, [axis]: changed } };
}

/** Priorities are unique: the cell that had the new one gets the old one. */
function setPlay(definition: Definition, { cell, play }: { readonly cell: string; readonly play: Play }): Definition {
  const before = definition.plays[cell];
  const plays = { ...definition.plays, [cell]: play };
  const rival = Object.entries(definition.plays).find(
    ([name, { priority }]) => name !== cell && priority === play.priority,
  );
  if (before && rival) plays[rival[0]] = { ...rival[1], priority: before.priority };
  return { ...definition, plays };
}
