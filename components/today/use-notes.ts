import { useState } from "react";
import { withReturned } from "#lib/call-list/note.ts";
import type { ReturnedNote } from "./use-outcomes.ts";

/** What is typed beside an outcome that is not recorded yet, by lead. */
export function useNotes() {
  const [notes, setNotes] = useState<Readonly<Record<number, string>>>({});
  return {
    noteOf: (leadId: number) => notes[leadId] ?? "",
    write: (leadId: number, text: string) => setNotes((known) => ({ ...known, [leadId]: text })),
    drop: (leadId: number) => setNotes(({ [leadId]: _, ...others }) => others),
    giveBack: ({ leadId, note }: ReturnedNote) =>
      setNotes((known) => ({ ...known, [leadId]: withReturned(known[leadId] ?? "", note) })),
  };
}
