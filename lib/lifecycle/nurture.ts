/** The ways to give a lead back for a while, in the order of their keys; a date of one's own comes last. */
export const RETURN_CHOICES = ["in_a_month", "in_a_quarter", "in_half_a_year"] as const;
export type ReturnChoice = (typeof RETURN_CHOICES)[number];

/** As many days as the reasons for giving back have of their own; see `REJECTION_ROUTES`. */
const DAYS: Readonly<Record<ReturnChoice, number>> = { in_a_month: 30, in_a_quarter: 90, in_half_a_year: 180 };

/** House default: after two years it is another company. */
export const LONGEST_NURTURE_DAYS = 731;

/** The epoch day a choice stands for. */
export function returnDay(choice: ReturnChoice, day: number): number {
  return day + DAYS[choice];
}

/** Whether who asks on a day may give a lead back until another; both are epoch days. */
export function isReturnDay(until: number, day: number): boolean {
  return until > day && until <= day + LONGEST_NURTURE_DAYS;
}
