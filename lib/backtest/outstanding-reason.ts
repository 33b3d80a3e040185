import { differs, proportion } from "#lib/evaluation/proportion.ts";
import type { RejectionReason } from "#lib/lifecycle/constants.ts";
import type { Rejections } from "./criterion-notes.ts";

/** A reason for which sales gave some leads back more often than all, by shares of those given back. */
export type OutstandingReason = {
  readonly reason: RejectionReason;
  readonly share: number;
  readonly usually: number;
  /** How many were given back, for whatever reason. */
  readonly count: number;
};

/** Fewer than this given back make no share of a reason. */
export const FEWEST_REJECTED = 10;

/** The one that stands out most; null when that may be chance, or of too few. */
export function outstandingReason(these: Rejections, all: Rejections): OutstandingReason | null {
  const count = countRejections(these);
  const everywhere = countRejections(all);
  if (count < FEWEST_REJECTED) return null;
  const [first] = byFrequency(these)
    .map(({ reason, count: of }) => ({ reason, share: of / count, usually: (all[reason] ?? 0) / everywhere, count }))
    .sort((one, other) => other.share - other.usually - (one.share - one.usually));
  if (!first) return null;
  const here = proportion({ made: first.count * first.share, of: first.count });
  const usual = proportion({ made: first.usually * everywhere, of: everywhere });
  return first.share > first.usually && differs(here, usual) ? first : null;
}

/** Reasons with their counts, the most frequent first. */
export function byFrequency(rejections: Rejections): { readonly reason: RejectionReason; readonly count: number }[] {
  return (Object.keys(rejections) as RejectionReason[])
    .map((reason) => ({ reason, count: rejections[reason] ?? 0 }))
    .sort((one, other) => other.count - one.count || one.reason.localeCompare(other.reason));
}

export function countRejections(rejections: Rejections): number {
  return Object.values(rejections).reduce((total, count) => total + count, 0);
}
