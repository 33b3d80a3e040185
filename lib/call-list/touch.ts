import type { Disposition, RejectionReason, TouchKind } from "#lib/lifecycle/constants.ts";

/** What somebody did with a lead. Instants are epoch milliseconds, days epoch days. */
export type Touch = {
  readonly id: number;
  readonly at: number;
  readonly kind: TouchKind;
  readonly disposition: Disposition | null;
  readonly reason: RejectionReason | null;
  readonly snoozedUntil: number | null;
  readonly note: string;
  /** null for a system, or a user who is gone. */
  readonly by: { readonly userId: number; readonly name: string } | null;
};

/** What the touches of a lead, newest first, mean on a day that began at `dayStart`. */
export type Standing = {
  /** The newest outcome: what the next one is checked against. */
  readonly seenTouchId: number | null;
  /** The outcome of this day. */
  readonly done: Touch | null;
  /** The day it was put off to, when that has come. */
  readonly followUpOn: number | null;
  /** The newest touch before this day. */
  readonly last: Touch | null;
};

export function standingOf(
  touches: readonly Touch[],
  { day, dayStart }: { readonly day: number; readonly dayStart: number },
): Standing {
  const outcomes = touches.filter(({ disposition }) => disposition !== null);
  const newest = outcomes[0] ?? null;
  const earlier = outcomes.find(({ at }) => at < dayStart);
  const wasPutOff = earlier?.disposition === "snoozed" && earlier.snoozedUntil !== null && earlier.snoozedUntil <= day;
  return {
    seenTouchId: newest?.id ?? null,
    done: newest && newest.at >= dayStart ? newest : null,
    followUpOn: wasPutOff ? earlier.snoozedUntil : null,
    last: touches.find(({ at }) => at < dayStart) ?? null,
  };
}
