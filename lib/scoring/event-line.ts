import type { BurstLine, EventLine, EventReference } from "./breakdown.ts";
import { contribution } from "./contribution.ts";
import { addFactors, factorAt } from "./decay.ts";
import type { ScoringEvent } from "./facts.ts";

type Weight = { readonly centiPerMatch: number; readonly table: Int32Array | null; readonly day: number };

export function referTo({ id, type, asset, at, day }: EventReference): EventReference {
  return { id, type, asset, at, day };
}

/** Lines of events, given newest first: each is what it adds to the rounded sum of the newer ones. */
export function eventLines(events: readonly ScoringEvent[], { centiPerMatch, table, day }: Weight): EventLine[] {
  let factorSum = 0;
  let centipoints = 0;
  return events.map((event) => {
    const ageDays = Math.max(0, day - event.day);
    const factor = factorAt(table, ageDays);
    factorSum = addFactors(factorSum, factor);
    const before = centipoints;
    centipoints = contribution({ centiPerMatch, factorSum });
    return { ...referTo(event), ageDays, factor, centipoints: centipoints - before };
  });
}

/** Lines of bursts, given newest first, each with its events oldest first. */
export function burstLines(bursts: readonly (readonly ScoringEvent[])[], weight: Weight): BurstLine[] {
  const completing = bursts.flatMap((events) => events.slice(-1));
  return eventLines(completing, weight).map((line, place) => ({
    ...line,
    eventIds: (bursts[place] ?? []).map(({ id }) => id),
  }));
}
