/** Midnight is not one instant on two machines, and a clock that is put right steps back. */
const STEP_BACK_DAYS = 1;

type ScoringDay = {
  /** By the clock, in the organisation's zone. */
  readonly today: number;
  readonly timeZone: string;
  /** null before the first scores. */
  readonly inForce: { readonly day: number; readonly timeZone: string } | null;
};

/**
 * The day that the scores should belong to: today, but for a clock that stepped back over midnight,
 * which they do not follow. A clock that was days ahead is put right once.
 */
export function scoringDay({ today, timeZone, inForce }: ScoringDay): number {
  if (inForce === null || inForce.timeZone !== timeZone) return today;
  const daysBack = inForce.day - today;
  return daysBack > 0 && daysBack <= STEP_BACK_DAYS ? inForce.day : today;
}
