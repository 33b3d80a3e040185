import { isWorkingDay, type WorkingTime, weekdayOf } from "./working-time.ts";

/** Days on which a person is away, the last one included. */
export type Absence = { readonly firstDay: number; readonly lastDay: number };

export type Attendance = {
  /** Weekdays on which the person never works, 0 for Monday. */
  readonly daysOff: readonly number[];
  readonly absences: readonly Absence[];
};

/** Whether a person works on a day: the organisation does, and the person is neither off nor away. */
export function isAtWork(epochDay: number, { daysOff, absences }: Attendance, workingTime: WorkingTime): boolean {
  return (
    isWorkingDay(epochDay, workingTime) &&
    !daysOff.includes(weekdayOf(epochDay)) &&
    !absences.some(({ firstDay, lastDay }) => firstDay <= epochDay && epochDay <= lastDay)
  );
}
