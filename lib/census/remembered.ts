/** Something that is kept up to date; the revision rises with each change. */
type Kept = { readonly revision: number };

/** More different questions than people ask between two changes. */
const MOST = 200;

/** The same answers without counting again, until what they are of changes. `keyOf` tells questions apart, `revisionOf` whether it did. */
export function remembered<K extends Kept, Q, A>(
  answer: (kept: K, query: Q) => A,
  keyOf: (query: Q) => string = JSON.stringify,
  revisionOf: (kept: K) => number = ({ revision }) => revision,
): (kept: K, query: Q) => A {
  const answersOf = new WeakMap<K, { readonly revision: number; readonly answers: Map<string, A> }>();
  return (kept, query) => {
    const known = answersOf.get(kept);
    const revision = revisionOf(kept);
    const current =
      known?.revision === revision && known.answers.size < MOST ? known : { revision, answers: new Map<string, A>() };
    if (current !== known) answersOf.set(kept, current);
    const key = keyOf(query);
    const found = current.answers.get(key);
    if (found !== undefined) return found;
    const made = answer(kept, query);
    current.answers.set(key, made);
    return made;
  };
}
