import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";

/** A day on which leads are scored as they were known then; days are epoch days. */
export type SnapshotDay = {
  readonly day: number;
  /** Whether the outcome window behind it is over, so that it is known who was won. */
  readonly isOver: boolean;
};

type Span = {
  /** The day the oldest lead came. */
  readonly firstDay: number;
  readonly today: number;
  readonly windowDays: number;
  /** At most so many, the newest. */
  readonly most: number;
};

/** The first day of each month on which there were leads already, oldest first. */
export function snapshotDays({ firstDay, today, windowDays, most }: Span): SnapshotDay[] {
  const days: SnapshotDay[] = [];
  for (let day = firstOfMonth(today); day > firstDay && days.length < most; day = firstOfMonth(day - 1))
    days.unshift({ day, isOver: day + windowDays <= today });
  return days;
}

function firstOfMonth(day: number): number {
  return parseEpochDay(`${formatEpochDay(day).slice(0, 7)}-01`) ?? day;
}
