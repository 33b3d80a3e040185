import type { Criterion } from "#lib/scoring/definition.ts";
import { eventCriteriaOf, newestKey } from "./newest-key.ts";

type Told = {
  /** By `newestKey`. */
  readonly newest: ReadonlyMap<string, Float64Array>;
  /** Whether it answers what was asked last, or still what was asked before. */
  readonly isLast: boolean;
  readonly size: number;
};

/** The newest event that counts by row, -Infinity without one; null while it is not told. */
export function countedNewest(criteria: readonly Criterion[], { newest, isLast, size }: Told): Float64Array | null {
  const told = newest.get(newestKey(criteria));
  if (told) return told;
  // What makes no sense yet counts nothing, and an answer leaves it out.
  const isNone = isLast || eventCriteriaOf(criteria).length === 0;
  return isNone ? new Float64Array(size).fill(Number.NEGATIVE_INFINITY) : null;
}
