import { isWorkingDay, type WorkingTime } from "#lib/working-time/working-time.ts";

/** The near ways to put a lead off. */
type SnoozeChoice = "next_working_day" | "in_three_working_days" | "in_a_week";

/** Nobody plans a call further ahead than this. */
export const LONGEST_SNOOZE_DAYS = 366;
const DAYS_A_WEEK = 7;

/** An epoch day, and whether nobody works on the one that was named first, tomorrow or a week from today. */
export type SnoozeDay = { readonly choice: SnoozeChoice; readonly day: number; readonly isMoved: boolean };

/** The choices on a day in the order of their keys, each later than the one before: on a Friday as well, when tomorrow and in three days are one Monday. */
export function snoozeDays(today: number, workingTime: WorkingTime): readonly SnoozeDay[] {
  const workedFrom = (first: number) => {
    let day = first;
    while (!isWorkingDay(day, workingTime) && day < today + LONGEST_SNOOZE_DAYS) day++;
    return day;
  };
  const next = workedFrom(today + 1);
  const third = workedFrom(workedFrom(next + 1) + 1);
  const week = workedFrom(today + DAYS_A_WEEK);
  const days: readonly SnoozeDay[] = [
    { choice: "next_working_day", day: next, isMoved: next !== today + 1 },
    { choice: "in_three_working_days", day: third, isMoved: false },
    { choice: "in_a_week", day: week, isMoved: week !== today + DAYS_A_WEEK },
  ];
  // While all is closed for long, a week from today may be no later than the third working day.
  return days.filter(({ day }, at) => day > (days[at - 1]?.day ?? today) && day <= today + LONGEST_SNOOZE_DAYS);
}

/** An epoch day and a minute of it; null: any time of the day. */
export type SnoozeTime = { readonly day: number; readonly minute: number | null };

/** Whether who asks at a time may put a lead off until another: a later day, or later the same day. */
export function isSnoozeTime(until: SnoozeTime, now: { readonly day: number; readonly minute: number }): boolean {
  if (until.day === now.day) return until.minute !== null && until.minute > now.minute;
  return until.day > now.day && until.day <= now.day + LONGEST_SNOOZE_DAYS;
}
