export const CAPACITY_PERIODS = ["week", "month"] as const;
export type CapacityPeriod = (typeof CAPACITY_PERIODS)[number];

/** How many leads handed over sales can take. */
export type Capacity = { readonly leads: number; readonly per: CapacityPeriod };

/** Twelve months are 365.25 days. */
const WEEKS_OF: Readonly<Record<CapacityPeriod, number>> = { week: 1, month: 365.25 / 7 / 12 };

/** The same in leads a week, not whole. */
export function leadsPerWeek({ leads, per }: Capacity): number {
  return leads / WEEKS_OF[per];
}

/** So many leads a week as leads of a period, not whole. */
export function leadsPer(period: CapacityPeriod, perWeek: number): number {
  return perWeek * WEEKS_OF[period];
}
