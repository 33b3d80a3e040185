import type { Disposition, RejectionReason, TouchKind } from "#lib/lifecycle/constants.ts";

/** What somebody did with a lead. Instants are epoch milliseconds, days epoch days. */
export type Touch = {
  readonly id: number;
  readonly at: number;
  readonly kind: TouchKind;
  readonly disposition: Disposition | null;
  readonly reason: RejectionReason | null;
  readonly snoozedUntil: number | null;
  /** Minute of that day; null: any time. */
  readonly snoozedMinute: number | null;
  readonly note: string;
  /** null for a system, or a user who is gone. */
  readonly by: { readonly userId: number; readonly name: string } | null;
};

/** When a lead is due again: an epoch day, and the minute of that day where a time was agreed on. */
export type FollowUp = { readonly day: number; readonly minute: number | null };

/** What the touches of a lead, newest first, mean on a day that began at `dayStart`. */
export type Standing = {
  /** The newest outcome: what the next one is checked against. */
  readonly seenTouchId: number | null;
  /** The newest outcome of this day. */
  readonly recorded: Touch | null;
  /** The same, unless it put the lead off to later this day. */
  readonly done: Touch | null;
  /** When it was put off to, once that day has come. */
  readonly followUp: FollowUp | null;
  /** What was noted this day without an outcome, and calls whose outcome is not known yet, newest first. */
  readonly notes: readonly Touch[];
  /** The newest touch before this day. */
  readonly last: Touch | null;
};

export function standingOf(
  touches: readonly Touch[],
  { day, dayStart }: { readonly day: number; readonly dayStart: number },
): Standing {
  const outcomes = touches.filter(({ disposition }) => disposition !== null);
  const newest = outcomes[0] ?? null;
  const recorded = newest && newest.at >= dayStart ? newest : null;
  const backToday = recorded && promiseOf(recorded, day);
  const earlier = outcomes.find(({ at }) => at < dayStart);
  return {
    seenTouchId: newest?.id ?? null,
    recorded,
    done: backToday ? null : recorded,
    followUp: backToday ?? (earlier ? promiseOf(earlier, day) : null),
    notes: touches.filter(
      ({ at, kind, disposition }) => at >= dayStart && (kind === "note" || kind === "call") && disposition === null,
    ),
    last: touches.find(({ at }) => at < dayStart) ?? null,
  };
}

/** When an outcome put a lead off to; null unless that day has come. */
export function promiseOf({ disposition, snoozedUntil, snoozedMinute }: Touch, day: number): FollowUp | null {
  if (disposition !== "snoozed" || snoozedUntil === null || snoozedUntil > day) return null;
  return { day: snoozedUntil, minute: snoozedMinute };
}
