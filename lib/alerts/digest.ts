import { isWorkingDay, type WorkingTime } from "#lib/working-time/working-time.ts";

/** How long after its time a digest still comes: whoever was off for the morning needs none. */
const LATEST_MINUTES = 180;
/** How long it waits for the list of the day. */
const PATIENCE_MINUTES = 90;

type Morning = {
  /** Of the local day. */
  readonly minute: number;
  readonly digestAt: number;
  /** Whether the person has a list on this day that is not made yet. */
  readonly lacksList: boolean;
};

/** Whether a person's digest of a working day is due: at its time, or once the list of the day is there. */
export function isDigestDue({ minute, digestAt, lacksList }: Morning): boolean {
  const late = minute - digestAt;
  return late >= (lacksList ? PATIENCE_MINUTES : 0) && late < LATEST_MINUTES;
}

/** The last day of a month on which the one before is still told of: the mornings before it may all have been missed. */
const LATEST_OF_MONTH = 10;

/** Whether a day is a working one early in its month: on the first of them the month before is told of, on a later one to whom it was not. */
export function isMonthMorning(day: number, workingTime: WorkingTime): boolean {
  return new Date(day * 86_400_000).getUTCDate() <= LATEST_OF_MONTH && isWorkingDay(day, workingTime);
}

/** The working day before an epoch day; the day before it where there is none within a year. */
export function workingDayBefore(day: number, workingTime: WorkingTime): number {
  for (let before = day - 1; before > day - 366; before--) if (isWorkingDay(before, workingTime)) return before;
  return day - 1;
}
