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

/** An epoch day and a minute of it; null: any time of the day. */
export type SnoozeTime = { readonly day: number; readonly minute: number | null };

/** Whether who asks at a time may put a lead off until another: a later day, or later the same day. */
export function isSnoozeTime(until: SnoozeTime, now: { readonly day: number; readonly minute: number }): boolean {
  if (until.day === now.day) return until.minute !== null && until.minute > now.minute;
  return until.day > now.day && until.day <= now.day + LONGEST_SNOOZE_DAYS;
}

/** The epoch began on a Thursday. */
function daysSinceMonday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
