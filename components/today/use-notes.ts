import { withReturned } from "#lib/call-list/note.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import { readNotes, storeNotes, useStoredNotes } from "./note-storage.ts";

/** Words about a lead that is on the list no more. */
export type StrayNote = { readonly leadId: number; readonly name: string; readonly text: string };

/** What is typed beside an outcome that is not recorded yet, by lead; nothing typed is lost with its row or its page. */
export function useNotes({ rep: { userId }, rows }: TodayView) {
  const notes = useStoredNotes(userId);

  function put(leadId: number, name: string, text: string) {
    const { [leadId]: _, ...others } = readNotes(userId);
    storeNotes(userId, text.trim() === "" ? others : { ...others, [leadId]: { name, text } });
  }
  return {
    noteOf: (leadId: number) => notes[leadId]?.text ?? "",
    write: ({ leadId, name }: CallRow, text: string) => put(leadId, name ?? "", text),
    drop: (leadId: number) => put(leadId, "", ""),
    giveBack: ({ leadId, name }: CallRow, note: string) =>
      put(leadId, name ?? "", withReturned(readNotes(userId)[leadId]?.text ?? "", note)),
    stray: Object.entries(notes)
      .map(([leadId, note]): StrayNote => ({ leadId: Number(leadId), ...note }))
      .filter(({ leadId }) => !rows.some((row) => row.leadId === leadId)),
  };
}
