import { isWorkingDay, type WorkingTime, weekdayOf } from "#lib/working-time/working-time.ts";

/** The ways to put a lead off, in the order of their keys; a date of one's own comes last. */
export const SNOOZE_CHOICES = ["tomorrow", "in_three_days", "next_week"] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

/** Nobody plans a call further ahead than this. */
export const LONGEST_SNOOZE_DAYS = 366;

/** An epoch day, and whether nobody works on the one that the choice names, so that it is the next working day instead. */
export type SnoozeDay = { readonly day: number; readonly isMoved: boolean };
export type SnoozeDays = Readonly<Record<SnoozeChoice, SnoozeDay>>;

/** The day each choice stands for on a day. */
export function snoozeDays(today: number, workingTime: WorkingTime): SnoozeDays {
  const dayOf = (choice: SnoozeChoice): SnoozeDay => {
    const named = namedDay(choice, today);
    let day = named;
    while (!isWorkingDay(day, workingTime) && day < today + LONGEST_SNOOZE_DAYS) day++;
    return { day, isMoved: day !== named };
  };
  return { tomorrow: dayOf("tomorrow"), in_three_days: dayOf("in_three_days"), next_week: dayOf("next_week") };
}

/** Next week begins on its Monday. */
function namedDay(choice: SnoozeChoice, today: number): number {
  switch (choice) {
    case "tomorrow":
      return today + 1;
    case "in_three_days":
      return today + 3;
    case "next_week":
      return today + 7 - weekdayOf(today);
  }
}

/** An epoch day and a minute of it; null: any time of the day. */
export type SnoozeTime = { readonly day: number; readonly minute: number | null };

/** Whether who asks at a time may put a lead off until another: a later day, or later the same day. */
export function isSnoozeTime(until: SnoozeTime, now: { readonly day: number; readonly minute: number }): boolean {
  if (until.day === now.day) return until.minute !== null && until.minute > now.minute;
  return until.day > now.day && until.day <= now.day + LONGEST_SNOOZE_DAYS;
}
