import { type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import { newestOfEach } from "./order.ts";
import type { PastScore } from "./past-score.ts";

/** Who the score was wrong about. */
export type Surprises = {
  /** Of the customers, those whose newest score before it stood below the line to sales. */
  readonly low: Proportion;
  /** Some of them, the lowest scores first. */
  readonly lowLeadIds: readonly number[];
  /** Of the leads that stood at 80 or higher, those that were ever an SQL or won. */
  readonly high: Proportion;
  /** Some of the others, the highest scores first. */
  readonly highLeadIds: readonly number[];
  /** Of all leads, those that were ever an SQL or won: what to hold the high ones against. */
  readonly all: Proportion;
};

/** The field's: who has so many points and is never an SQL was scored wrongly. */
export const HIGH_POINTS = 80;
const CENTI = 100;
const MOST_NAMED = 20;

/** Of rows of which it is known what became of them. */
export function surprisesIn(known: readonly PastScore[]): Surprises {
  const won = newestOfEach(known.filter((row) => row.isWon));
  const below = won.filter(({ isAbove }) => !isAbove).sort((one, other) => one.combined - other.combined);
  const best = new Map<number, { highest: number; went: boolean }>();
  for (const { leadId, combined, isQualified, isWon } of known) {
    const lead = best.get(leadId) ?? { highest: -1, went: false };
    best.set(leadId, lead);
    lead.highest = Math.max(lead.highest, combined);
    lead.went ||= isQualified || isWon;
  }
  const high = [...best].filter(([, { highest }]) => highest >= HIGH_POINTS * CENTI);
  const never = high.filter(([, { went }]) => !went).sort(([, one], [, other]) => other.highest - one.highest);
  return {
    low: proportion({ made: below.length, of: won.length }),
    lowLeadIds: below.slice(0, MOST_NAMED).map(({ leadId }) => leadId),
    high: proportion({ made: high.length - never.length, of: high.length }),
    highLeadIds: never.slice(0, MOST_NAMED).map(([leadId]) => leadId),
    all: proportion({ made: [...best.values()].filter(({ went }) => went).length, of: best.size }),
  };
}
