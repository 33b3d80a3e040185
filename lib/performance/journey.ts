/** Leads that came to be, or were opened again, on a day from a source: the whole cohort, also those that went nowhere. */
export type Arrivals = { readonly day: number; readonly source: string | null; readonly leads: number };

/** A deal that was won; without a value it counts among the deals and in no sum. */
export type Deal = {
  readonly at: number;
  readonly value: { readonly minor: number; readonly currency: string } | null;
};

/** The time allowed to a first attempt after something urgent, and how it went: see `lib/sla`. */
export type JourneyClock = {
  readonly arrivedAt: number;
  readonly startedAt: number;
  readonly dueAt: number;
  /** When the lead first stood on an open list; null: not yet. */
  readonly shownAt: number | null;
  /** By an attempt; null: none yet. */
  readonly stoppedAt: number | null;
  /** Without an attempt; null: not so. */
  readonly endedAt: number | null;
};

/**
 * The way of a lead on which something happened. Instants are epoch milliseconds, null for what never
 * was. A step counts from the hand-over on, and by whichever later stage shows that it was made: who
 * is an opportunity was accepted. A lead that was opened again begins another journey.
 */
export type Journey = {
  readonly leadId: number;
  /** When the lead came to be, or was opened again. */
  readonly createdAt: number;
  readonly createdDay: number;
  /** null: not known. */
  readonly source: string | null;
  readonly country: string | null;
  /** Whose the lead is now. */
  readonly ownerId: number | null;
  /** To sales: as MQL, or taken by sales itself. null for those that went past sales. */
  readonly handedOverAt: number | null;
  /** As they were stored at the hand-over; null without a score, or without a hand-over. */
  readonly cell: string | null;
  readonly versionId: number | null;
  readonly acceptedAt: number | null;
  readonly qualifiedAt: number | null;
  readonly opportunityAt: number | null;
  readonly wonAt: number | null;
  /** A customer, whichever way. */
  readonly customerAt: number | null;
  /** Lost or disqualified, and not since a customer or open again. */
  readonly lostAt: number | null;
  readonly isClosed: boolean;
  /** The first attempt to speak to the lead once it was handed over, and whose; the owner while there is none. */
  readonly firstTouchAt: number | null;
  readonly repId: number | null;
  /** The calls of the journey, each by how many days had begun since it did: 0 for one at its first instant or before. */
  readonly callDays: readonly number[];
  readonly deals: readonly Deal[];
  readonly clocks: readonly JourneyClock[];
};

/** The steps of the funnel, each from the one before. */
export const STEPS = ["handed_over", "accepted", "qualified", "opportunity", "won"] as const;
export type Step = (typeof STEPS)[number];

/** When a step was made. */
export function madeAt(journey: Journey, step: Step): number | null {
  switch (step) {
    case "handed_over":
      return journey.handedOverAt;
    case "accepted":
      return journey.acceptedAt;
    case "qualified":
      return journey.qualifiedAt;
    case "opportunity":
      return journey.opportunityAt;
    case "won":
      return journey.wonAt;
  }
}

/** When the step before was made: the window of a step begins there. */
export function startOf(journey: Journey, step: Step): number | null {
  switch (step) {
    case "handed_over":
      return journey.createdAt;
    case "accepted":
      return journey.handedOverAt;
    case "qualified":
      return journey.acceptedAt;
    case "opportunity":
      return journey.qualifiedAt;
    case "won":
      return journey.opportunityAt;
  }
}

export type Clock = {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly today: number;
  /** Days a step may take after the one before; a later one does not count. */
  readonly windowDays: number;
  readonly timeZone: string;
};

const DAY_MS = 86_400_000;

/** A cohort is grey while more than this share of it can still make the step. */
export const STILL_OPEN = 0.05;

/** Whether the step came, and came in time. */
export function isMade(journey: Journey, step: Step, clock: Clock): boolean {
  return isInTime(startOf(journey, step) ?? Number.NaN, madeAt(journey, step) ?? Number.NaN, clock);
}

/** Whether what followed an instant came within the window; never where either is not a number. */
export function isInTime(from: number, to: number, { windowDays }: Clock): boolean {
  return to - from <= windowDays * DAY_MS;
}

/** Whether the window that began at an instant is over, so that what did not come will not. */
export function isOver(from: number, { now, windowDays }: Clock): boolean {
  return from + windowDays * DAY_MS < now;
}

/** The same of everything that began on a day. */
export function isDayOver(day: number, clock: Clock): boolean {
  return day <= lastDayOver(clock);
}

/** The newest day that is over in this way. */
export function lastDayOver({ today, windowDays }: Clock): number {
  return today - windowDays - 1;
}

/** Whether a journey made the steps one after the other, may still, or will not. */
export function stateOf(journey: Journey, steps: readonly Step[], clock: Clock): "made" | "open" | "past" {
  for (const step of steps) {
    if (isMade(journey, step, clock)) continue;
    const from = startOf(journey, step);
    return from !== null && !journey.isClosed && !isOver(from, clock) ? "open" : "past";
  }
  return "made";
}
