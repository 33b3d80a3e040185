import type { ChangeCause, Disposition, RejectionReason, Stage, TouchKind } from "#lib/lifecycle/constants.ts";
import type { Diary } from "./diary.ts";
import type { Random } from "./random.ts";
import type { Member } from "./team.ts";

export type DemoStageChange = {
  readonly at: number;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly cause: ChangeCause;
  readonly reason: RejectionReason | null;
  readonly actorId: number | null;
  /** The touch that made it, counted within the lead. */
  readonly touch: number | null;
};

export type DemoTouch = {
  readonly at: number;
  readonly kind: TouchKind;
  readonly disposition: Disposition | null;
  readonly reason: RejectionReason | null;
  readonly note: string;
  readonly snoozedUntil: number | null;
  readonly actorId: number;
};

export type DemoOutcome = { readonly result: "won" | "lost"; readonly at: number; readonly valueMinor: number };

/** A lead's way through sales as far as it came. */
export type Course = {
  stage: Stage;
  enteredAt: number;
  returnsOn: number | null;
  readonly changes: DemoStageChange[];
  readonly touches: DemoTouch[];
  readonly outcomes: DemoOutcome[];
};

export type Work = {
  readonly diary: Diary;
  readonly owner: Member;
  readonly random: Random;
  readonly course: Course;
};

/** Minutes of a working day. */
export const WORKDAY = 540;

/** The future has not happened: a step past the end ends the story where it stands. */
export class NotYet extends Error {}

type Touching = { at: number } & Partial<Pick<DemoTouch, "kind" | "disposition" | "reason" | "note" | "snoozedUntil">>;

/** Notes a touch, never before the one before it. */
export function touch({ diary, owner, course }: Work, { at, ...rest }: Touching): void {
  course.touches.push({
    at: Math.max(Math.round(at), course.touches.at(-1)?.at ?? 0, course.enteredAt),
    // Who may not be called is written to.
    kind: diary.lead.mayCall ? "call" : "email",
    disposition: null,
    reason: null,
    note: "",
    snoozedUntil: null,
    actorId: owner.id,
    ...rest,
  });
}

type Moving = { cause: ChangeCause; reason?: RejectionReason | null; byTouch?: boolean };

export function move(
  { owner, course }: Work,
  at: number,
  to: Stage,
  { cause, reason = null, byTouch = false }: Moving,
): void {
  const actorId = cause === "disposition" || cause === "person" ? owner.id : null;
  const touchNumber = byTouch ? course.touches.length - 1 : null;
  course.changes.push({ at, from: course.stage, to, cause, reason, actorId, touch: touchNumber });
  course.stage = to;
  course.enteredAt = at;
}

/** Ends the story when that is still to come. */
export function workingDaysOn(work: Work, from: number, days: number): number {
  const at = work.diary.calendar.afterWorkingMinutes(from, days * WORKDAY + work.random.int(-150, 150));
  step(work, at);
  return at;
}

/** Ends the story there when an instant is still to come. */
export function step({ diary }: Work, at: number): void {
  if (at > diary.calendar.end) throw new NotYet();
}
