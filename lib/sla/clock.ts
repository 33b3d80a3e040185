import {
  addWorkingMinutes,
  openingAtOrAfter,
  type WorkingTime,
  workingMinutesBetween,
} from "#lib/working-time/working-time.ts";

/** Why a clock ended without an attempt: it then is neither met nor missed. */
export const CLOCK_ENDS = [
  /** The lead was lost, won or turned down without a call. */
  "lead_closed",
  "may_not_call",
  /** Another clock of the lead runs: its attempt was taken back, or two records became one lead. */
  "other_runs",
] as const;

/** When a clock runs; instants are epoch milliseconds. Decided once, at its start, and never again. */
export type ClockTimes = {
  readonly arrivedAt: number;
  /** The arrival, or the next opening. */
  readonly startedAt: number;
  /** When half of the working minutes have passed: who owns the lead is reminded. */
  readonly halfAt: number;
  /** An attempt at this very instant is in time. */
  readonly dueAt: number;
};

/** A clock that nobody has stopped. */
export type RunningClock = ClockTimes & {
  readonly id: number;
  readonly leadId: number;
  /** Working minutes. */
  readonly slaMinutes: number;
  /** When the lead first stood on a list that its rep had open; null: not yet. */
  readonly shownAt: number | null;
};

export type StoppedClock = Pick<RunningClock, "arrivedAt" | "dueAt" | "shownAt"> & { readonly stoppedAt: number };

/** `waiting`: it starts at the next opening. */
export type ClockPhase = "waiting" | "first_half" | "second_half" | "late";

export function timesOfClock(
  { arrivedAt, slaMinutes }: { readonly arrivedAt: number; readonly slaMinutes: number },
  workingTime: WorkingTime,
): ClockTimes {
  const startedAt = openingAtOrAfter(arrivedAt, workingTime);
  return {
    arrivedAt,
    startedAt,
    halfAt: addWorkingMinutes(startedAt, slaMinutes / 2, workingTime),
    dueAt: addWorkingMinutes(startedAt, slaMinutes, workingTime),
  };
}

export function phaseOf({ startedAt, halfAt, dueAt }: ClockTimes, at: number): ClockPhase {
  if (at > dueAt) return "late";
  if (at >= halfAt) return "second_half";
  return at < startedAt ? "waiting" : "first_half";
}

export function isInTime({ stoppedAt, dueAt }: Pick<StoppedClock, "stoppedAt" | "dueAt">): boolean {
  return stoppedAt <= dueAt;
}

/** Working minutes, so that a night between arrival and morning is nobody's delay. */
export type Delays = {
  /** From arrival until the lead was shown. */
  readonly system: number;
  /** From then until the attempt. */
  readonly human: number;
};

/** Whose delay it was; null when the attempt came before the lead was shown on any list. */
export function delaysOf({ arrivedAt, shownAt, stoppedAt }: StoppedClock, workingTime: WorkingTime): Delays | null {
  if (shownAt === null || shownAt > stoppedAt) return null;
  return {
    system: workingMinutesBetween(arrivedAt, shownAt, workingTime),
    human: workingMinutesBetween(shownAt, stoppedAt, workingTime),
  };
}
