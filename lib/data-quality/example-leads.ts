import type { LeadsAlike } from "./faults.ts";

/** Leads of which nothing is wrong, but what a test says of them. */
export function leadsAlike(given: Partial<LeadsAlike> = {}): LeadsAlike {
  return {
    leads: 1,
    filled: [],
    ageDays: 10,
    hasEmail: true,
    hasBounced: false,
    isDuplicate: false,
    hasScore: true,
    ...given,
  };
}
