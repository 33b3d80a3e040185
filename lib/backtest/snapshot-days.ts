import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";

/** A day on which leads are scored as they were known then; days are epoch days. */
export type SnapshotDay = {
  readonly day: number;
  /** Of the first day of a month: whether the outcome window behind it is over, so that it is known who was won. */
  readonly isOver: boolean;
  /** Whether a week ends before it, of those whose hand-overs are counted. */
  readonly endsWeek: boolean;
};

type Span = {
  /** The day the oldest lead came. */
  readonly firstDay: number;
  readonly today: number;
  readonly windowDays: number;
  /** At most so many, the newest: first days of months, and days between weeks. */
  readonly months: number;
  readonly weeks: number;
};

const WEEK = 7;

/** The days on which there were leads already, oldest first: the first of each month, and of the newest weeks the days between them. */
export function snapshotDays({ firstDay, today, windowDays, months, weeks }: Span): SnapshotDay[] {
  const firsts = monthsBack({ firstDay, today, most: months });
  const ends = Array.from({ length: weeks }, (_, place) => today - place * WEEK).filter((day) => day > firstDay);
  return [...new Set([...firsts, ...ends])]
    .sort((one, other) => one - other)
    .map((day) => ({
      day,
      isOver: firsts.includes(day) && day + windowDays <= today,
      endsWeek: ends.includes(day),
    }));
}

type Months = { readonly firstDay: number; readonly today: number; readonly most: number };

function monthsBack({ firstDay, today, most }: Months): number[] {
  const days: number[] = [];
  for (let day = firstOfMonth(today); day > firstDay && days.length < most; day = firstOfMonth(day - 1)) days.push(day);
  return days;
}

/** Whether a month begins with it. */
export function startsMonth(day: number): boolean {
  return firstOfMonth(day) === day;
}

function firstOfMonth(day: number): number {
  return parseEpochDay(`${formatEpochDay(day).slice(0, 7)}-01`) ?? day;
}
