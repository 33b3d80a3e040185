import { z } from "zod";
import { createTabStore } from "#components/shell/tab-store.ts";

/** Words that belong to no outcome yet, by lead; the name says whose they are once the lead is gone from the list. */
const notesSchema = z.record(z.string(), z.object({ name: z.string(), text: z.string(), id: z.string().optional() }));
export type StoredNotes = Readonly<z.infer<typeof notesSchema>>;
export type LeadNote = {
  readonly leadId: number;
  readonly name: string;
  readonly text: string;
  /** What the words are called when they are kept as a note: the same in each tab that has them. */
  readonly id?: string;
};

const store = createTabStore(notesSchema);

/** Where words are typed, and by whom: the list of the day, or the page of a lead. */
export type NotePlace = { readonly place: "today" | "lead"; readonly userId: number };

function keyOf({ place, userId }: NotePlace): string {
  return `voorrang.notes.${place}.${userId}`;
}

export function readNotes(of: NotePlace): StoredNotes {
  return store.read(keyOf(of)) ?? {};
}

/** Keeps the words about one lead, which go on to be called as they were; no words: forgets it. */
export function storeNote(of: NotePlace, { leadId, name, text, id }: LeadNote): void {
  const { [leadId]: known, ...others } = readNotes(of);
  const note = { name, text, id: id ?? known?.id ?? newNoteId() };
  const notes = text.trim() === "" ? others : { ...others, [leadId]: note };
  store.write(keyOf(of), Object.keys(notes).length === 0 ? null : notes);
}

/** 32 hexadecimal digits; not `randomUUID`, which a page without encryption does not have. */
export function newNoteId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** None on the server, which knows of none. */
export function useStoredNotes(of: NotePlace): StoredNotes {
  return store.useKept(keyOf(of)) ?? {};
}
