import type { Outcome } from "#lib/lifecycle/outcome.ts";
import type { ActionResult } from "#lib/result.ts";

/** What working a lead asks of the server. `seenTouchId` is the newest outcome that the reader has seen; null: none. */
export type TouchActions = {
  readonly record: (input: {
    leadId: number;
    outcome: Outcome;
    note: string;
    seenTouchId: number | null;
  }) => Promise<ActionResult<{ touchId: number }>>;
  readonly undo: (input: { leadId: number; touchId: number }) => Promise<ActionResult<{ seenTouchId: number | null }>>;
};

/** Notes without an outcome. `noteId` is what the page calls it: sent again it is the same note. */
export type NoteActions = {
  readonly keepNote: (input: {
    leadId: number;
    note: string;
    noteId: string;
  }) => Promise<ActionResult<{ touchId: number }>>;
  /** That the number was dialled; `undoNote` takes it back as well. */
  readonly logCall: (input: { leadId: number }) => Promise<ActionResult<{ touchId: number }>>;
  readonly undoNote: (input: { leadId: number; touchId: number }) => Promise<ActionResult<{ note: string }>>;
};
