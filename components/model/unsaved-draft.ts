import { z } from "zod";
import { isSame } from "#lib/model/same.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { ShownDraft } from "./drafts.ts";

export type DraftPlace = { readonly modelId: number; readonly userId: number };

/** A draft as it was shown while the server did not have it, and the save that it rests on; null: on none. */
export type UnsavedDraft = { readonly definition: Definition; readonly revision: number | null };

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Only what this tab has written itself is read: a definition may lack what is still being filled in. */
const keptSchema = z.object({
  definition: z.custom<Definition>((value) => typeof value === "object" && value !== null && "axes" in value),
  revision: z.int().nullable(),
});

/** Kept for the tab, which outlives a reload, a lost connection and signing in again. */
function keyOf({ modelId, userId }: DraftPlace): string {
  return `voorrang.draft.${userId}.${modelId}`;
}

export function keepUnsaved(storage: Kept, place: DraftPlace, draft: UnsavedDraft): void {
  try {
    storage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // A browser without room keeps it in the page, as before.
  }
}

export function forgetUnsaved(storage: Kept, place: DraftPlace): void {
  storage.removeItem(keyOf(place));
}

/** What was kept and the server does not have; null: nothing. Whether it rests on the save that is stored now says its revision. */
export function findUnsaved(
  storage: Kept,
  place: DraftPlace,
  draft: Pick<ShownDraft, "definition">,
): UnsavedDraft | null {
  const kept = parse(storage.getItem(keyOf(place)));
  return kept && !isSame(kept.definition, draft.definition) ? kept : null;
}

function parse(text: string | null): UnsavedDraft | null {
  return text === null ? null : (keptSchema.safeParse(JSON.parse(text)).data ?? null);
}
