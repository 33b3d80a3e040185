import type { Journey } from "./journey.ts";

/** For tests: a journey on which nothing happened but what is given. */
export function exampleJourney(given: Partial<Journey> = {}): Journey {
  return {
    leadId: 1,
    createdAt: 0,
    createdDay: 0,
    source: null,
    country: null,
    ownerId: null,
    handedOverAt: null,
    cell: null,
    versionId: null,
    acceptedAt: null,
    qualifiedAt: null,
    opportunityAt: null,
    wonAt: null,
    customerAt: null,
    lostAt: null,
    isClosed: false,
    firstTouchAt: null,
    repId: null,
    callDays: [],
    deals: [],
    clocks: [],
    ...given,
  };
}
