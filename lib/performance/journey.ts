/** Leads that came to be on a day from a source: the whole cohort, also those that went nowhere. */
export type Arrivals = { readonly day: number; readonly source: string | null; readonly leads: number };

/**
 * The way of a lead that left the first stage. Instants are epoch milliseconds, null for what never
 * was. A step counts from the hand-over on, and by whichever later stage shows that it was made: who
 * is an opportunity was accepted.
 */
export type Journey = {
  readonly createdAt: number;
  readonly createdDay: number;
  readonly source: string | null;
  /** To sales: as MQL, or taken by sales itself. null for those that went past sales. */
  readonly handedOverAt: number | null;
  readonly acceptedAt: number | null;
  readonly qualifiedAt: number | null;
  readonly opportunityAt: number | null;
  readonly wonAt: number | null;
  /** A customer, whichever way. */
  readonly customerAt: number | null;
  readonly isClosed: boolean;
  /** The first attempt to speak to the lead once it was handed over, and whose; the owner while there is none. */
  readonly firstTouchAt: number | null;
  readonly repId: number | null;
};

/** The steps of the funnel, each from the one before. */
export const STEPS = ["handed_over", "accepted", "qualified", "opportunity", "won"] as const;
export type Step = (typeof STEPS)[number];

/** When a step was made, and when the one before it. */
export function stepTimes(journey: Journey, step: Step): { readonly from: number | null; readonly to: number | null } {
  switch (step) {
    case "handed_over":
      return { from: journey.createdAt, to: journey.handedOverAt };
    case "accepted":
      return { from: journey.handedOverAt, to: journey.acceptedAt };
    case "qualified":
      return { from: journey.acceptedAt, to: journey.qualifiedAt };
    case "opportunity":
      return { from: journey.qualifiedAt, to: journey.opportunityAt };
    case "won":
      return { from: journey.opportunityAt, to: journey.wonAt };
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
export function isMade(journey: Journey, step: Step, { windowDays }: Clock): boolean {
  const { from, to } = stepTimes(journey, step);
  return from !== null && to !== null && to - from <= windowDays * DAY_MS;
}

/** Whether the window that began at an instant is over, so that what did not come will not. */
export function isOver(from: number, { now, windowDays }: Clock): boolean {
  return from + windowDays * DAY_MS < now;
}

/** The same of everything that began on a day. */
export function isDayOver(day: number, { today, windowDays }: Clock): boolean {
  return day + windowDays < today;
}

/** Whether a journey made the steps one after the other, may still, or will not. */
export function stateOf(journey: Journey, steps: readonly Step[], clock: Clock): "made" | "open" | "past" {
  const stuck = steps.find((step) => !isMade(journey, step, clock));
  if (stuck === undefined) return "made";
  const { from } = stepTimes(journey, stuck);
  return from !== null && !journey.isClosed && !isOver(from, clock) ? "open" : "past";
}
