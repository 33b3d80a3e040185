const DAY_MS = 86_400_000;

/** The epoch day of an ISO date that is known to be one; NaN otherwise. */
export function epochDay(isoDate: string): number {
  return Date.parse(isoDate) / DAY_MS;
}
