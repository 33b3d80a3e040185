import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { NoteActions } from "#components/dispositions/touch-actions.ts";
import { withNote, withoutNote } from "#lib/call-list/change.ts";
import { timeOfNext } from "#lib/call-list/own-acts.ts";
import type { Touch } from "#lib/call-list/touch.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import { type Acts, unwrap } from "./use-acts.ts";
import type { ReturnedNote } from "./use-outcomes.ts";

type Options = { acts: Acts; view: TodayView; actions: NoteActions; onReturn: (returned: ReturnedNote) => void };

type Act = { readonly row: CallRow; readonly touch: Touch };
type Kept = Act & { readonly noteId: string };

/** Notes and calls without an outcome, as they are kept and taken back. */
export function useNoteActs({ acts, view, actions, onReturn }: Options) {
  const { shared, show } = acts;
  /** Ids of what this page wrote, by the one that it gave them until they were stored. */
  const stored = useRef(new Map<number, number>());

  const keep = useMutation({
    ...shared,
    onError: (error, { row, touch, noteId }) => {
      shared.onError(error, { row });
      // It may have been kept all the same: pressed again it is still the same note.
      onReturn({ row, note: touch.note, noteId });
    },
    onMutate: ({ row, touch }: Kept) =>
      show((known) => withNote(known, row.leadId, touch), { kind: "noted", row, touch }),
    mutationFn: async ({ row: { leadId }, touch, noteId }) => {
      const { touchId } = unwrap(await actions.keepNote({ leadId, note: touch.note, noteId }));
      stored.current.set(touch.id, touchId);
    },
  });

  const call = useMutation({
    ...shared,
    onMutate: ({ row, touch }: Act) => show((known) => withNote(known, row.leadId, touch), { kind: "calling", row }),
    mutationFn: async ({ row: { leadId }, touch }) => {
      const { touchId } = unwrap(await actions.logCall({ leadId }));
      stored.current.set(touch.id, touchId);
    },
  });

  const takeBack = useMutation({
    ...shared,
    onMutate: ({ row, touch }: Act) => {
      const kind = touch.kind === "call" ? "call_undone" : "note_undone";
      return show((known) => withoutNote(known, row.leadId, touch), { kind, row });
    },
    mutationFn: async ({ row: { leadId }, touch }) => {
      unwrap(await actions.undoNote({ leadId, touchId: stored.current.get(touch.id) ?? touch.id }));
    },
    onSuccess: (_, { row, touch }) => onReturn({ row, note: touch.note }),
  });

  return {
    keepNote: (row: CallRow, { note, noteId }: { note: string; noteId: string }) =>
      keep.mutate({ row, touch: touchOf("note", { note, view }), noteId }),
    /** Dialled again before its outcome is known it is the same call. */
    logCall: (row: CallRow) => {
      const isKnown = row.notes.some(({ kind, by }) => kind === "call" && by?.userId === view.rep.userId);
      if (isKnown) acts.say({ kind: "calling", row });
      else call.mutate({ row, touch: touchOf("call", { note: "", view }) });
    },
    takeBackNote: takeBack.mutate,
  };
}

/** Below every id there is, and each its own. */
function touchOf(kind: "note" | "call", { note, view }: { note: string; view: TodayView }): Touch {
  const at = timeOfNext(view.rows, view.readAt);
  const none = { disposition: null, reason: null, snoozedUntil: null, snoozedMinute: null };
  return { id: -at, at, kind, ...none, note, by: view.rep };
}
