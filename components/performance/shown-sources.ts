import type { SourceRate } from "#lib/performance/sources.ts";

/** A base of leads has a few sources that matter; the long tail is in the list of leads. */
const MOST = 10;

/** The largest ones, in the order of their rate. */
export function shownSources(sources: readonly SourceRate[]): readonly SourceRate[] {
  const largest = new Set(sources.toSorted((one, other) => other.of - one.of).slice(0, MOST));
  return sources.filter((source) => largest.has(source) && source.of > 0);
}
