import type { LeadsAlike } from "./faults.ts";

/** Addresses that e-mail came back from, of those there are. */
export type Bounces = { readonly bounced: number; readonly of: number };

export function bouncesOf(alike: readonly LeadsAlike[]): Bounces {
  const withAddress = alike.filter(({ hasEmail }) => hasEmail);
  return { bounced: count(withAddress.filter(({ hasBounced }) => hasBounced)), of: count(withAddress) };
}

function count(alike: readonly LeadsAlike[]): number {
  return alike.reduce((sum, { leads }) => sum + leads, 0);
}
