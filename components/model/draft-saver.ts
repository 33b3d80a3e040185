import { isSame } from "#lib/model/same.ts";
import type { ActionResult } from "#lib/result.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { parseDefinition } from "#lib/scoring/parse.ts";
import type { OtherSave, SaveOutcome, ShownDraft } from "./drafts.ts";

/** How what is shown is kept. */
export type SaveState =
  | { readonly status: "saved"; readonly at: string; readonly by: string | null }
  | { readonly status: "waiting" | "saving" }
  /** Something is not filled in, so that it is no definition yet. */
  | { readonly status: "held" }
  /** The server could not be reached; it is asked again. */
  | { readonly status: "unreachable" }
  | { readonly status: "refused"; readonly message: string }
  | { readonly status: "conflict"; readonly theirs: OtherSave };

type SavedState = Extract<SaveState, { status: "saved" }>;

type Options = {
  draft: Pick<ShownDraft, "definition" | "revision" | "savedAt" | "savedBy">;
  userName: string;
  /** A null revision means there is no draft to save over. */
  save: (definition: Definition, revision: number | null) => Promise<ActionResult<SaveOutcome>>;
  onState: (state: SaveState) => void;
};

/** Keeps a draft as it is shown, one save at a time, each over the revision that the one before it made. */
export function createDraftSaver({ draft, userName, save, onState }: Options) {
  let shown = draft.definition;
  let stored: { definition: Definition; revision: number | null; state: SavedState } = {
    definition: draft.definition,
    revision: draft.revision,
    state: savedState(draft),
  };
  let underWay: Promise<SaveState> | null = null;
  /** After a conflict, until a person says which of the two stays. */
  let isStopped = false;

  const isKept = () => underWay === null && isSame(shown, stored.definition);

  async function send(sent: Definition): Promise<SaveState> {
    // No answer: the network or the server is away. The change stays here and is sent again.
    const result = await save(sent, stored.revision).catch(() => null);
    if (!result) return { status: "unreachable" };
    if (!result.ok) return { status: "refused", message: result.refusal.message };
    if (result.value.status === "conflict") {
      const { theirs } = result.value;
      // The save before it arrived, and its answer was lost.
      return theirs && isSame(theirs.definition, sent) ? take(theirs) : result.value;
    }
    return take({ definition: sent, revision: result.value.revision, at: result.value.at, by: userName });
  }

  function take({ definition, revision, at, by }: NonNullable<OtherSave>): SavedState {
    const state = { status: "saved", at, by } as const;
    stored = { definition, revision, state };
    return state;
  }

  /** Takes what is shown from now on. Gives whether it is to be saved. */
  function show(definition: Definition): boolean {
    shown = definition;
    if (isStopped) return false;
    const isDue = !isKept();
    onState(isDue ? { status: "waiting" } : stored.state);
    return isDue;
  }

  /** Saves until what is stored is what is shown. Gives the stored revision; null when it cannot be saved now. */
  async function flush(): Promise<number | null> {
    while (underWay) await underWay;
    while (!isSame(shown, stored.definition)) {
      if (isStopped) return null;
      if (!parseDefinition(shown).ok) {
        onState({ status: "held" });
        return null;
      }
      onState({ status: "saving" });
      underWay = send(shown);
      const next = await underWay;
      underWay = null;
      if (next.status !== "saved") {
        isStopped = next.status === "conflict";
        onState(next);
        return null;
      }
    }
    onState(stored.state);
    return stored.revision;
  }

  /** Goes on from what somebody else saved. */
  function adopt(theirs: NonNullable<OtherSave>): void {
    isStopped = false;
    onState(take(theirs));
  }

  /** What is shown here rests on an older save than the one that is there: a person says which of the two stays. */
  function contest(theirs: NonNullable<OtherSave>, restsOn: number | null): void {
    isStopped = true;
    stored = { ...stored, revision: restsOn };
    onState({ status: "conflict", theirs });
  }

  /** After a conflict: what is shown here is saved over the other save, or as a new draft where theirs is gone. */
  function keepMine(theirs: OtherSave): Promise<number | null> {
    isStopped = false;
    stored = { ...stored, revision: theirs?.revision ?? null };
    return flush();
  }

  return {
    show,
    flush,
    adopt,
    contest,
    keepMine,
    isKept,
    /** What is stored, whatever is shown; null when there is nothing to drop or publish. */
    storedRevision: () => stored.revision,
    /** The same once no save is under way any more. */
    settledRevision: async () => {
      while (underWay) await underWay;
      return stored.revision;
    },
  };
}

export function savedState({ savedAt, savedBy }: Pick<ShownDraft, "savedAt" | "savedBy">): SavedState {
  return { status: "saved", at: savedAt, by: savedBy };
}
