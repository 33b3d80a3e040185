import type { Proportion } from "#lib/evaluation/proportion.ts";
import { SharePerLead } from "#lib/evaluation/share-per-lead.ts";
import type { Cases } from "./cases.ts";

/** What the past says of one criterion. */
export type Evidence = {
  /** How often cases that it matched were won, and the others. */
  readonly matched: Proportion;
  readonly others: Proportion;
  /** How many times as often as all cases those matched were won; null where it matched none, or none were won. */
  readonly lift: { readonly ratio: number; readonly low: number; readonly high: number } | null;
};

/**
 * Holds a criterion against what became of the leads. `isMatched`: 1 for the rows that it matches.
 */
export function evidenceOf(isMatched: Uint8Array, { leadIds, won }: Cases, known: Uint8Array): Evidence {
  const matched = new SharePerLead();
  const others = new SharePerLead();
  for (let row = 0; row < known.length; row++) {
    if (known[row] === 0) continue;
    const side = isMatched[row] === 0 ? others : matched;
    side.add(leadIds[row] ?? 0, won[row] !== 0);
  }
  const [with_, without] = [matched.share(), others.share()];
  const cases = with_.of + without.of;
  const base = cases === 0 ? 0 : (with_.made + without.made) / cases;
  const lift =
    with_.rate === null || base === 0
      ? null
      : { ratio: with_.rate / base, low: with_.low / base, high: with_.high / base };
  return { matched: with_, others: without, lift };
}

/** How many rows a criterion matches, and how many of those another one matches as well. */
export function overlapOf(one: Uint8Array, other: Uint8Array): { readonly matched: number; readonly both: number } {
  let [matched, both] = [0, 0];
  for (let row = 0; row < one.length; row++) {
    if (one[row] === 0) continue;
    matched++;
    if (other[row] !== 0) both++;
  }
  return { matched, both };
}
