"use client";

import { createContext, useContext } from "react";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Edit } from "#lib/model/edit.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** What every part of the editor may do; never changes while the editor stands, so rows need not be drawn again. */
export type EditorActions = {
  readonly catalogue: ModelCatalogue;
  /** The definition as it stands, for what happens once; what is drawn takes it from its props. */
  readonly read: () => Definition;
  /** Edits of one `gesture` become one step back. */
  readonly edit: (edit: Edit, gesture?: string) => void;
  readonly settle: () => void;
  /** Opens what is behind a row (see `place-id.ts`); null closes it. */
  readonly open: (id: string | null) => void;
};

const EditorContext = createContext<EditorActions | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): EditorActions {
  const actions = useContext(EditorContext);
  if (!actions) throw new Error("Parts of the editor stand inside it.");
  return actions;
}
