/** The ways to put a lead off, in the order of their keys; a date of one's own comes last. */
export const SNOOZE_CHOICES = ["tomorrow", "in_three_days", "next_week"] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

/** Nobody plans a call further ahead than this. */
export const LONGEST_SNOOZE_DAYS = 366;

/** The epoch day a choice stands for; next week begins on its Monday. */
export function snoozeDay(choice: SnoozeChoice, day: number): number {
  switch (choice) {
    case "tomorrow":
      return day + 1;
    case "in_three_days":
      return day + 3;
    case "next_week":
      return day + 7 - daysSinceMonday(day);
  }
}

/** Whether who asks on a day may put a lead off until another; both are epoch days. */
export function isSnoozeDay(until: number, day: number): boolean {
  return until > day && until <= day + LONGEST_SNOOZE_DAYS;
}

/** The epoch began on a Thursday. */
function daysSinceMonday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
