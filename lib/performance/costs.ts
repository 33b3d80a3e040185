import type { Arrivals } from "./journey.ts";
import { monthOfDay } from "./month.ts";

/** What was spent on a source in a month; `source` null: on leads without one. */
export type LeadCost = {
  /** `2026-03`. */
  readonly month: string;
  readonly source: string | null;
  readonly minor: number;
  readonly currency: string;
};

/** Amounts of several currencies are never added up: a source has a row for each. */
export type CostPerLead = {
  readonly source: string | null;
  readonly currency: string;
  readonly minor: number;
  /** Leads of the source that came in the months for which costs were entered. */
  readonly leads: number;
  /** null: money was spent and nobody came. */
  readonly perLeadMinor: number | null;
};

/** What a lead of each source cost, dearest source first within a currency; months without costs count on neither side. */
export function costPerLead(arrivals: readonly Arrivals[], costs: readonly LeadCost[]): CostPerLead[] {
  const leadsIn = new Map<string, number>();
  for (const { day, source, leads } of arrivals) {
    const key = JSON.stringify([monthOfDay(day), source]);
    leadsIn.set(key, (leadsIn.get(key) ?? 0) + leads);
  }
  const sums = new Map<string, { source: string | null; currency: string; minor: number; leads: number }>();
  for (const { month, source, minor, currency } of costs) {
    const key = JSON.stringify([source, currency]);
    const sum = sums.get(key) ?? { source, currency, minor: 0, leads: 0 };
    const leads = leadsIn.get(JSON.stringify([month, source])) ?? 0;
    sums.set(key, { ...sum, minor: sum.minor + minor, leads: sum.leads + leads });
  }
  return [...sums.values()]
    .map((sum) => ({ ...sum, perLeadMinor: sum.leads === 0 ? null : sum.minor / sum.leads }))
    .sort(
      (one, other) =>
        (one.currency < other.currency ? -1 : one.currency > other.currency ? 1 : 0) ||
        (other.perLeadMinor ?? Number.POSITIVE_INFINITY) - (one.perLeadMinor ?? Number.POSITIVE_INFINITY) ||
        other.minor - one.minor,
    );
}

/** Those of one source, as a filter asks for it: null for all, empty for leads without one. */
export function costsOf(costs: readonly LeadCost[], source: string | null): readonly LeadCost[] {
  return source === null ? costs : costs.filter((cost) => (cost.source ?? "") === source);
}
