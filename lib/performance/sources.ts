import { type Proportion, proportion, together } from "#lib/evaluation/proportion.ts";
import { type Clock, isDayOver, isMade, isOver } from "./journey.ts";
import type { Journeys } from "./journeys.ts";
import type { Selection } from "./select-journeys.ts";

/** Who of a source bought; `source` null: leads without one. */
export type SourceRate = Proportion & { readonly source: string | null };

export type SourceRates = { readonly sources: readonly SourceRate[]; readonly base: Proportion };

type Input = Selection & { readonly clock: Clock };

/** Customers so far, of leads that have been there for at least the window; best source first. */
export function rateBySource({ arrivals, journeys, clock }: Input): SourceRates {
  const counts = new Map<string | null, { made: number; of: number }>();
  const of = (source: string | null) => {
    const count = counts.get(source) ?? { made: 0, of: 0 };
    counts.set(source, count);
    return count;
  };
  for (const { source, day, leads } of arrivals) if (isDayOver(day, clock)) of(source).of += leads;
  journeys.forEach((journey) => {
    if (isDayOver(journey.createdDay, clock) && journey.customerAt !== null) of(journey.source).made++;
  });
  return ratesOf(counts);
}

function ratesOf(counts: ReadonlyMap<string | null, { readonly made: number; readonly of: number }>): SourceRates {
  const sources = [...counts].map(([source, count]) => ({ source, ...proportion(count) }));
  return {
    sources: sources.sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0) || other.of - one.of),
    base: together(sources),
  };
}

/** Customers of opportunities whose window is over; best source first. */
export function winsBySource(journeys: Journeys, clock: Clock): SourceRates {
  const counts = new Map<string | null, { made: number; of: number }>();
  journeys.forEach((journey) => {
    const { opportunityAt, source } = journey;
    if (opportunityAt === null || !isOver(opportunityAt, clock)) return;
    const count = counts.get(source) ?? { made: 0, of: 0 };
    counts.set(source, count);
    count.of++;
    if (isMade(journey, "won", clock)) count.made++;
  });
  return ratesOf(counts);
}

export type SourceFinding = { readonly best: SourceRate | null; readonly worst: SourceRate | null };

/** Fewer customers than this leave the order of the sources to chance. */
const FEWEST_CUSTOMERS = 20;

/** The first and the last source, where their interval lies wholly on one side of the base rate. */
export function sourceFinding({ sources, base }: SourceRates): SourceFinding {
  if (base.rate === null || base.made < FEWEST_CUSTOMERS) return { best: null, worst: null };
  const rate = base.rate;
  const known = sources.filter(({ of }) => of > 0);
  const best = known.find(({ low }) => low > rate) ?? null;
  const worst = known.findLast(({ high }) => high < rate) ?? null;
  return { best, worst };
}
