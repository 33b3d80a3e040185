import {
  type LeadNote,
  type NotePlace,
  newNoteId,
  readNotes,
  storeNote,
  useStoredNotes,
} from "#components/dispositions/note-storage.ts";
import { withReturned } from "#lib/call-list/note.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";

/** What is typed beside an outcome that is not recorded yet, by lead; nothing typed is lost with its row or its page. */
export function useNotes({ rep: { userId }, rows }: TodayView) {
  const of: NotePlace = { place: "today", userId };
  const notes = useStoredNotes(of);
  const put = ({ leadId, name }: CallRow, text: string, id?: string) =>
    storeNote(of, { leadId, name: name ?? "", text, id });
  return {
    noteOf: (leadId: number) => notes[leadId]?.text ?? "",
    idOf: (leadId: number) => notes[leadId]?.id ?? newNoteId(),
    write: (row: CallRow, text: string) => put(row, text),
    drop: (leadId: number) => storeNote(of, { leadId, name: "", text: "" }),
    giveBack: (row: CallRow, note: string, id?: string) =>
      put(row, withReturned(readNotes(of)[row.leadId]?.text ?? "", note), id),
    /** Of leads that are on the list no more. */
    stray: Object.entries(notes)
      .map(([leadId, note]): LeadNote => ({ leadId: Number(leadId), ...note }))
      .filter(({ leadId }) => !rows.some((row) => row.leadId === leadId)),
  };
}
