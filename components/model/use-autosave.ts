"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { isSame } from "#lib/model/same.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { parseDefinition } from "#lib/scoring/parse.ts";
import type { DraftActions, OtherSave, ShownDraft } from "./drafts.ts";

export type SaveState =
  | { readonly status: "saved"; readonly at: string; readonly by: string | null }
  | { readonly status: "waiting" | "saving" }
  /** Something is not filled in, so that it is no definition yet. */
  | { readonly status: "held" }
  /** The server could not be reached; it is asked again. */
  | { readonly status: "unreachable" }
  | { readonly status: "refused"; readonly message: string }
  | { readonly status: "conflict"; readonly theirs: OtherSave };

/** After the last change; a drag is one save. */
const QUIET_MS = 700;
const RETRY_MS = 4_000;

type Stored = {
  definition: Definition;
  /** null: there is no draft to save over. */
  revision: number | null;
  state: Extract<SaveState, { status: "saved" }>;
};
type Options = {
  draft: ShownDraft;
  definition: Definition;
  userName: string;
  save: DraftActions["save"];
  /** Shows what somebody else saved. */
  onAdopt: (definition: Definition) => void;
};

/** Saves the draft as it changes, one save at a time, and says how it stands. */
export function useAutosave({ draft, definition, userName, save, onAdopt }: Options) {
  const { modelId, baseVersionId } = draft;
  const latest = useRef(definition);
  const stored = useRef<Stored>({
    definition: draft.definition,
    revision: draft.revision,
    state: { status: "saved", at: draft.savedAt, by: draft.savedBy },
  });
  const [state, setState] = useState<SaveState>(stored.current.state);
  const underWay = useRef<Promise<SaveState> | null>(null);
  const isStopped = useRef(false);

  const send = useCallback(
    async (sent: Definition): Promise<SaveState> => {
      const { revision } = stored.current;
      // No answer: the network or the server is away. The change stays here and is sent again.
      const result = await save({ modelId, definition: sent, revision, baseVersionId }).catch(() => null);
      if (!result) return { status: "unreachable" };
      if (!result.ok) return { status: "refused", message: result.refusal.message };
      if (result.value.status === "conflict") return result.value;
      const saved = { status: "saved", at: result.value.at, by: userName } as const;
      stored.current = { definition: sent, revision: result.value.revision, state: saved };
      return saved;
    },
    [modelId, baseVersionId, save, userName],
  );

  /** Saves until what is stored is what is shown. Gives the stored revision; null when it cannot be saved now. */
  const flush = useCallback(async (): Promise<number | null> => {
    if (underWay.current) await underWay.current;
    while (!isSame(latest.current, stored.current.definition)) {
      if (isStopped.current) return null;
      if (!parseDefinition(latest.current).ok) {
        setState({ status: "held" });
        return null;
      }
      setState({ status: "saving" });
      underWay.current = send(latest.current);
      const next = await underWay.current;
      underWay.current = null;
      if (next.status !== "saved") {
        isStopped.current = next.status === "conflict";
        setState(next);
        return null;
      }
    }
    setState(stored.current.state);
    return stored.current.revision;
  }, [send]);

  useEffect(() => {
    latest.current = definition;
    if (isStopped.current) return;
    if (!underWay.current && isSame(definition, stored.current.definition)) {
      setState(stored.current.state);
      return;
    }
    setState({ status: "waiting" });
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [definition, flush]);

  useEffect(() => {
    if (state.status !== "unreachable") return;
    const retry = () => void flush();
    const timer = setInterval(retry, RETRY_MS);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, [state.status, flush]);

  const isUnsaved = state.status !== "saved";
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);

  /** Goes on from what somebody else saved; what was shown here is one step back. */
  const adopt = useCallback(
    (theirs: NonNullable<OtherSave>) => {
      const saved = { status: "saved", at: theirs.at, by: theirs.by } as const;
      stored.current = { definition: theirs.definition, revision: theirs.revision, state: saved };
      isStopped.current = false;
      onAdopt(theirs.definition);
      setState(saved);
    },
    [onAdopt],
  );

  // The page was drawn anew, or came back from the browser's memory and was then refreshed.
  useEffect(() => {
    const isNewer = draft.revision > (stored.current.revision ?? 0);
    const isClean = isSame(latest.current, stored.current.definition) && !underWay.current;
    if (isNewer && isClean) adopt({ ...draft, by: draft.savedBy, at: draft.savedAt });
  }, [draft, adopt]);

  /** After a conflict: what is shown here is saved over the other save, or as a new draft where theirs is gone. */
  const keepMine = useCallback(
    (theirs: OtherSave) => {
      isStopped.current = false;
      stored.current = { ...stored.current, revision: theirs?.revision ?? null };
      return flush();
    },
    [flush],
  );

  /** What is stored, whatever is shown; null when there is nothing to drop or publish. */
  const storedRevision = useCallback(() => stored.current.revision, []);

  return { state, flush, adopt, keepMine, storedRevision };
}
