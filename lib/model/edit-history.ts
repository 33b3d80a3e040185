import type { Definition } from "#lib/scoring/definition.ts";
import { applyEdit, type Edit } from "./edit.ts";
import { isSame } from "./same.ts";

/** A definition under edit with the way back and forth. Kept in memory only. */
export type EditHistory = {
  readonly past: readonly Definition[];
  readonly present: Definition;
  readonly future: readonly Definition[];
  /** The gesture under way: edits of one gesture (a drag, a run of arrow keys) are one step back. */
  readonly gesture: string | null;
};

export type EditAction =
  | { readonly type: "edit"; readonly edit: Edit; readonly gesture?: string }
  /** The gesture is over: the next edit is a step of its own, even on the same field. */
  | { readonly type: "settle" }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

/** Steps back that are kept; a definition is some tens of kilobytes. */
const KEPT = 500;

export function startHistory(definition: Definition): EditHistory {
  return { past: [], present: definition, future: [], gesture: null };
}

export function reduceHistory(history: EditHistory, action: EditAction): EditHistory {
  const { past, present, future } = history;
  switch (action.type) {
    case "edit": {
      const edited = applyEdit(present, action.edit);
      if (edited === present) return history;
      const gesture = action.gesture ?? null;
      const continues = gesture !== null && gesture === history.gesture;
      return { past: continues ? past : [...past, present].slice(-KEPT), present: edited, future: [], gesture };
    }
    case "settle":
      if (history.gesture === null) return history;
      // A gesture that ended where it began is no step.
      return { ...history, past: isSame(past.at(-1), present) ? past.slice(0, -1) : past, gesture: null };
    case "undo": {
      const previous = past.at(-1);
      if (!previous) return history;
      return { past: past.slice(0, -1), present: previous, future: [present, ...future], gesture: null };
    }
    case "redo": {
      const next = future[0];
      if (!next) return history;
      return { past: [...past, present], present: next, future: future.slice(1), gesture: null };
    }
  }
}
