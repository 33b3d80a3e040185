import { FAILURES, type Failure } from "#lib/outgoing/outgoing-error.ts";

/** What went wrong, and the other side's own words. */
export type ToldFailure = { readonly failure: Failure; readonly detail: string };

/** As it is stored: the word of the house, a space, the words of the other side. */
export function writeFailure({ failure, detail }: ToldFailure): string {
  return `${failure} ${detail}`.trim();
}

/** null: nothing went wrong. */
export function readFailure(stored: string | null): ToldFailure | null {
  if (stored === null) return null;
  const [word = "", ...rest] = stored.split(" ");
  const failure = FAILURES.find((known) => known === word);
  return failure ? { failure, detail: rest.join(" ") } : { failure: "unreachable", detail: stored };
}
