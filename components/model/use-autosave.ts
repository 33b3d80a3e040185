"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Definition } from "#lib/scoring/definition.ts";
import { createDraftSaver, type SaveState, savedState } from "./draft-saver.ts";
import type { DraftActions, OtherSave, ShownDraft } from "./drafts.ts";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useRetry } from "./use-retry.ts";

/** After the last change; a drag is one save. */
const QUIET_MS = 700;

type Options = {
  draft: ShownDraft;
  definition: Definition;
  userName: string;
  save: DraftActions["save"];
  /** Shows what somebody else saved. */
  onAdopt: (definition: Definition) => void;
};

/** Saves the draft as it changes, and says how it stands. */
export function useAutosave({ draft, definition, userName, save, onAdopt }: Options) {
  const { modelId, baseVersionId } = draft;
  const [state, setState] = useState<SaveState>(() => savedState(draft));
  const server = useRef({ save, modelId, baseVersionId });
  useEffect(() => {
    server.current = { save, modelId, baseVersionId };
  }, [save, modelId, baseVersionId]);
  const [saver] = useState(() =>
    createDraftSaver({
      draft,
      userName,
      save: (sent, revision) => {
        const { save: ask, ...draftOf } = server.current;
        return ask({ ...draftOf, definition: sent, revision });
      },
      // At every step of a drag it is said anew that something waits.
      onState: (next) => setState((known) => (next.status === "waiting" && known.status === "waiting" ? known : next)),
    }),
  );

  useEffect(() => {
    if (!saver.show(definition)) return;
    const timer = setTimeout(() => void saver.flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [definition, saver]);

  useRetry(state.status === "unreachable", saver.flush);
  useLeaveWarning(state.status !== "saved");

  /** Goes on from what somebody else saved; what was shown here is one step back. */
  const adopt = useCallback(
    (theirs: NonNullable<OtherSave>) => {
      saver.adopt(theirs);
      onAdopt(theirs.definition);
    },
    [saver, onAdopt],
  );

  // The page was drawn anew, or came back from the browser's memory and was then refreshed.
  useEffect(() => {
    const isNewer = draft.revision > (saver.storedRevision() ?? 0);
    if (isNewer && saver.isKept()) adopt({ ...draft, by: draft.savedBy, at: draft.savedAt });
  }, [draft, saver, adopt]);

  return { state, flush: saver.flush, adopt, keepMine: saver.keepMine, storedRevision: saver.storedRevision };
}
