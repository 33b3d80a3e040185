"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import { flushSync } from "react-dom";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { reduceHistory, startHistory } from "#lib/model/edit-history.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { EditorActions } from "./editor-context.tsx";
import { useUndoKeys } from "./use-undo-keys.ts";

type Options = {
  initial: Definition;
  catalogue: ModelCatalogue;
  open: EditorActions["open"];
};

/** The definition under the hand, what its parts may do with it, and the way back and forth. */
export function useDefinition({ initial, catalogue, open }: Options) {
  const [history, dispatch] = useReducer(reduceHistory, initial, startHistory);
  const definition = history.present;

  const undo = useCallback(() => dispatch({ type: "undo" }), []);
  const redo = useCallback(() => dispatch({ type: "redo" }), []);
  useUndoKeys(undo, redo);

  const latest = useRef(definition);
  useEffect(() => {
    latest.current = definition;
  }, [definition]);
  const actions = useMemo<EditorActions>(
    () => ({
      catalogue,
      read: () => latest.current,
      // Under a hand the next frame shows the step: React alone would draw it a frame later.
      edit: (edit, gesture) =>
        gesture === undefined
          ? dispatch({ type: "edit", edit })
          : flushSync(() => dispatch({ type: "edit", edit, gesture })),
      settle: () => dispatch({ type: "settle" }),
      open,
    }),
    [catalogue, open],
  );

  return {
    definition,
    actions,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo,
    redo,
  };
}
