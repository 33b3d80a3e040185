import { useSyncExternalStore } from "react";
import { z } from "zod";

/** Words that belong to no outcome yet, by lead; the name says whose they are once the lead is gone from the list. */
const notesSchema = z.record(z.string(), z.strictObject({ name: z.string(), text: z.string() }));
export type StoredNotes = Readonly<z.infer<typeof notesSchema>>;

const listeners = new Set<() => void>();

/** Of one person, kept for the tab: they outlive a reload, and signing in again. */
function keyOf(userId: number): string {
  return `voorrang.notes.${userId}`;
}

export function readNotes(userId: number): StoredNotes {
  return parse(sessionStorage.getItem(keyOf(userId)));
}

export function storeNotes(userId: number, notes: StoredNotes): void {
  const key = keyOf(userId);
  if (Object.keys(notes).length === 0) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(notes));
  for (const tell of listeners) tell();
}

/** None on the server, which knows of none. */
export function useStoredNotes(userId: number): StoredNotes {
  return parse(
    useSyncExternalStore(
      (onChange) => {
        listeners.add(onChange);
        return () => void listeners.delete(onChange);
      },
      () => sessionStorage.getItem(keyOf(userId)),
      () => null,
    ),
  );
}

/** Another version of the page may have written them. */
function parse(text: string | null): StoredNotes {
  return text === null ? {} : (notesSchema.safeParse(JSON.parse(text)).data ?? {});
}
