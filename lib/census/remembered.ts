import type { Census } from "./census.ts";

/** More different questions than people ask between two changes. */
const MOST = 200;

/** The same answers without counting again, until the census changes. `keyOf` tells questions apart. */
export function remembered<Q, A>(
  answer: (census: Census, query: Q) => A,
  keyOf: (query: Q) => string = JSON.stringify,
): (census: Census, query: Q) => A {
  const kept = new WeakMap<Census, { readonly revision: number; readonly answers: Map<string, A> }>();
  return (census, query) => {
    const known = kept.get(census);
    const current =
      known?.revision === census.revision && known.answers.size < MOST
        ? known
        : { revision: census.revision, answers: new Map<string, A>() };
    if (current !== known) kept.set(census, current);
    const key = keyOf(query);
    const found = current.answers.get(key);
    if (found !== undefined) return found;
    const made = answer(census, query);
    current.answers.set(key, made);
    return made;
  };
}
