import type { ReactNode } from "react";
import type { Step } from "#lib/model/diff-step.ts";
import type { ModelWords } from "./words.ts";

/** The sentence of `model.diff` under a key: what was is struck through, what is now stands in petrol. */
export function speakChange(
  { t }: ModelWords,
  key: string,
  values: Readonly<Record<string, string | number>>,
): ReactNode {
  return t.rich(`diff.${key}`, {
    ...values,
    was: (part) => <s className="text-ink-3">{part}</s>,
    now: (part) => <b className="font-semibold text-accent">{part}</b>,
  });
}

/** Both sides of a difference in the words of one side. */
export function bothSides<T, Word>(
  { before, after }: Pick<Step<string, T>, "before" | "after">,
  word: (side: T) => Word,
) {
  return { before: word(before), after: word(after) };
}

/** Of a limit that comes or goes only one side is a number. */
export function limitSentence(
  { type, before, after }: Step<"half_life" | "maximum" | "cap" | "floor", number | null>,
  name: string,
  words: ModelWords,
): ReactNode {
  const { number } = words;
  // The number that the days are counted by is the last one said.
  const count = after ?? before ?? 0;
  if (before === null) return speakChange(words, `${type}_set`, { name, count, after: number(after ?? 0) });
  if (after === null) return speakChange(words, `${type}_gone`, { name, count, before: number(before) });
  return speakChange(words, type, { name, count, before: number(before), after: number(after) });
}
