import { z } from "zod";
import { createTabStore } from "#components/shell/tab-store.ts";
import type { ModelComment } from "#lib/model/comment.ts";

/** What somebody is writing of a draft and has not sent yet. */
const unsentSchema = z.object({ topic: z.string(), body: z.string() });
export type UnsentComment = Readonly<z.infer<typeof unsentSchema>>;

/** Whose words, of which model, and where they are written: below all comments, or at one criterion. */
export type WritingPlace = { readonly userId: number; readonly modelId: number; readonly form: string };

const store = createTabStore(unsentSchema);

function keyOf({ userId, modelId, form }: WritingPlace): string {
  return `voorrang.comment.${userId}.${modelId}.${form}`;
}

export function readUnsent(place: WritingPlace): UnsentComment | null {
  return store.read(keyOf(place));
}

/** Keeps what is being written; without words there is nothing to keep. */
export function keepUnsent(place: WritingPlace, comment: UnsentComment): void {
  store.write(keyOf(place), comment.body === "" ? null : comment);
}

/** Forgets what has arrived. What was written meanwhile stays. */
export function forgetSent(place: WritingPlace, body: string): void {
  if (readUnsent(place)?.body === body) store.write(keyOf(place), null);
}

export function useUnsent(place: WritingPlace): UnsentComment | null {
  return store.useKept(keyOf(place));
}

/** Whether words arrived although no answer told so. */
export function hasArrived({ topic, body }: UnsentComment, userId: number, comments: readonly ModelComment[]): boolean {
  return comments.some((each) => each.authorId === userId && each.topic === topic && each.body === body.trim());
}
