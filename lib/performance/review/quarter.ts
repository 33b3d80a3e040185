/** The first day of the quarter of a day; epoch days. */
export function quarterOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 1) / 86_400_000;
}

/** `2026 Q1`, to be named in words. */
export function quarterName(quarter: number): { readonly year: string; readonly number: number } {
  const date = new Date(quarter * 86_400_000);
  return { year: String(date.getUTCFullYear()), number: Math.floor(date.getUTCMonth() / 3) + 1 };
}

/** A quarter's review is late when a month of it is over. */
const LATE_DAYS = 30;

/** Whether the review of the running quarter was held, falls due, or is late. */
export function reviewState(
  today: number,
  heldQuarters: readonly number[],
): { readonly quarter: number; readonly state: "held" | "due" | "late" } {
  const quarter = quarterOf(today);
  if (heldQuarters.includes(quarter)) return { quarter, state: "held" };
  return { quarter, state: today - quarter > LATE_DAYS ? "late" : "due" };
}
