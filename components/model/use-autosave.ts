"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Definition } from "#lib/scoring/definition.ts";
import { createDraftSaver, type SaveState, savedState } from "./draft-saver.ts";
import type { DraftActions, OtherSave, ShownDraft } from "./drafts.ts";
import { findUnsaved, forgetUnsaved, keepUnsaved } from "./unsaved-draft.ts";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useRetry } from "./use-retry.ts";

/** After the last change; a drag is one save. */
const QUIET_MS = 700;

type Options = {
  draft: ShownDraft;
  definition: Definition;
  userId: number;
  userName: string;
  save: DraftActions["save"];
  /** Shows what somebody else saved. */
  onAdopt: (definition: Definition) => void;
};

/** Saves the draft as it changes, and says how it stands. */
export function useAutosave({ draft, definition, userId, userName, save, onAdopt }: Options) {
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

  const place = useMemo(() => ({ modelId, userId }), [modelId, userId]);
  const latest = useRef(definition);
  /** Whether nobody wants what is shown any more. */
  const isDropped = useRef(false);
  const keep = useCallback(() => {
    if (saver.isKept() || isDropped.current) forgetUnsaved(sessionStorage, place);
    else keepUnsaved(sessionStorage, place, { definition: latest.current, revision: saver.storedRevision() });
  }, [saver, place]);

  useEffect(() => {
    latest.current = definition;
    if (!saver.show(definition)) return;
    const timer = setTimeout(() => {
      keep();
      void saver.flush();
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [definition, saver, keep]);

  // Before anything is kept anew.
  const isRestored = useRef(false);
  useEffect(() => {
    if (isRestored.current) return;
    isRestored.current = true;
    const unsaved = findUnsaved(sessionStorage, place, draft);
    if (!unsaved) return;
    onAdopt(unsaved.definition);
    if (unsaved.revision !== draft.revision)
      saver.contest({ ...draft, by: draft.savedBy, at: draft.savedAt }, unsaved.revision);
  }, [draft, place, saver, onAdopt]);

  useEffect(() => {
    if (state.status !== "waiting") keep();
  }, [state, keep]);

  // Who leaves by a link or closes the page before a save loses nothing.
  useEffect(() => {
    const leave = () => {
      keep();
      if (!saver.isKept() && !isDropped.current) void saver.flush().then(keep);
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [saver, keep]);

  /** What is shown here is not to be kept: the draft was dropped, or what somebody else made of it is taken. */
  const drop = useCallback(() => {
    isDropped.current = true;
    keep();
  }, [keep]);

  useRetry(state.status === "unreachable", saver.flush);
  useLeaveWarning(state.status !== "saved");

  /** Goes on from what somebody else saved; what was shown here is one step back. */
  const adopt = useCallback(
    (theirs: NonNullable<OtherSave>) => {
      isDropped.current = false;
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

  return { state, flush: saver.flush, adopt, drop, keepMine: saver.keepMine, settledRevision: saver.settledRevision };
}
