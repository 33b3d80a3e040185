import type { Arrivals, Journey } from "./journey.ts";
import { isAskedFor, type JourneyFilter } from "./journey-filter.ts";
import type { Journeys } from "./journeys.ts";
import { isOnWay } from "./lead-history.ts";

/** What the figures are computed from. */
export type Selection = { readonly arrivals: readonly Arrivals[]; readonly journeys: Journeys };

/** The journeys that a filter asks for: all as arrivals by day and source, those on which something happened by themselves. */
export function selectJourneys(journeys: readonly Journey[], filter: JourneyFilter): Selection {
  const asked = journeys.filter((journey) => isAskedFor(journey, filter));
  const arrivals = new ArrivalCounts();
  for (const { createdDay, source } of asked) arrivals.add(createdDay, source);
  return { arrivals: arrivals.list(), journeys: asked.filter(isOnWay) };
}

/** Arrivals as they are counted. */
export class ArrivalCounts {
  private readonly bySource = new Map<string | null, Map<number, number>>();

  add(day: number, source: string | null, leads = 1): void {
    const ofSource = this.bySource.get(source) ?? new Map<number, number>();
    this.bySource.set(source, ofSource);
    ofSource.set(day, (ofSource.get(day) ?? 0) + leads);
  }

  /** By day, then source; those without a source last. */
  list(): Arrivals[] {
    const found: Arrivals[] = [];
    for (const [source, days] of this.bySource) for (const [day, leads] of days) found.push({ day, source, leads });
    return found.sort((one, other) => one.day - other.day || bySource(one.source, other.source));
  }
}

function bySource(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null || one < other ? -1 : 1;
}
