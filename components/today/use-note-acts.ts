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

/** Notes without an outcome, as they are kept and taken back. */
export function useNoteActs({ acts, view, actions, onReturn }: Options) {
  const { shared, show } = acts;
  /** Ids of notes that this page wrote, by the one that it gave them until they were stored. */
  const stored = useRef(new Map<number, number>());

  const keep = useMutation({
    ...shared,
    onError: (error, { row, touch }) => {
      shared.onError(error, { row });
      onReturn({ row, note: touch.note });
    },
    onMutate: ({ row, touch }: { row: CallRow; touch: Touch }) =>
      show((known) => withNote(known, row.leadId, touch), { kind: "noted", row, touch }),
    mutationFn: async ({ row: { leadId }, touch }) => {
      const { touchId } = unwrap(await actions.keepNote({ leadId, note: touch.note }));
      stored.current.set(touch.id, touchId);
    },
  });

  const takeBack = useMutation({
    ...shared,
    onMutate: ({ row, touch }: { row: CallRow; touch: Touch }) =>
      show((known) => withoutNote(known, row.leadId, touch), { kind: "note_undone", row }),
    mutationFn: async ({ row: { leadId }, touch }) => {
      unwrap(await actions.undoNote({ leadId, touchId: stored.current.get(touch.id) ?? touch.id }));
    },
    onSuccess: (_, { row, touch }) => onReturn({ row, note: touch.note }),
  });

  return {
    keepNote: (row: CallRow, note: string) => keep.mutate({ row, touch: noteOf({ note, view }) }),
    takeBackNote: takeBack.mutate,
  };
}

/** Below every id there is, and each its own. */
function noteOf({ note, view }: { note: string; view: TodayView }): Touch {
  const at = timeOfNext(view.rows, view.readAt);
  const none = { disposition: null, reason: null, snoozedUntil: null, snoozedMinute: null };
  return { id: -at, at, kind: "note", ...none, note, by: view.rep };
}
