/** The epoch day (whole days since 1970-01-01) that an instant falls on in a zone. */
export function localDay(_instantMs: number, _timeZone: string): number {
  throw new Error("being built");
}

/** The first instant of an epoch day in a zone. */
export function startOfDay(_epochDay: number, _timeZone: string): number {
  throw new Error("being built");
}

/** An epoch day as an ISO date, `2026-03-12`. */
export function formatEpochDay(_epochDay: number): string {
  throw new Error("being built");
}

/** The epoch day of an ISO date; null when it is none. */
export function parseEpochDay(_text: string): number | null {
  throw new Error("being built");
}
