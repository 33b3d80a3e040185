import type { FollowUp } from "./touch.ts";
import type { CallSection } from "./view.ts";

/** What of a lead decides where it stands on a list. Instants are epoch milliseconds. */
export type Urgency = {
  readonly leadId: number;
  /** When its running clock is due; null without one. */
  readonly dueAt: number | null;
  /** Came in after the list was made. */
  readonly isNewcomer: boolean;
  /** When it came onto the list; not said of who is about to, after all others. */
  readonly shownAt?: number;
  /** When it was put off to; null unless that day has come. */
  readonly followUp: FollowUp | null;
};

/** A lead that may stand on a list that is being made, with its score as it stands. */
export type Candidate = Urgency & {
  /** null: nobody's. */
  readonly ownerId: number | null;
  readonly mayCall: boolean;
  /** Rank of a play that says to call, 1 first; null for another play, and without a score. */
  readonly priority: number | null;
  /** Centipoints; null without a score. */
  readonly combined: number | null;
  /** The newest event that counted; null without one. */
  readonly newestEventAt: number | null;
};

export type ListOf = {
  readonly userId: number;
  /** Whether leads that are nobody's may stand on it. */
  readonly takesUnassigned: boolean;
  /** Calls a day. Clocks, newcomers and follow-ups come on top. */
  readonly capacity: number;
};

/**
 * The list of a rep's day: whom of these to call, in which order. A running clock by due time; who just
 * came in, the last one first; follow-ups by time; then by the play's priority, the higher combined score, the newer counted
 * event and the lead's id, of whom as many as there is capacity for. Design section 4.
 */
export function arrangeList<Lead extends Candidate>(candidates: readonly Lead[], list: ListOf): Lead[] {
  const leads = new Map(candidates.filter((lead) => mayStandOn(lead, list)).map((lead) => [lead.leadId, lead]));
  const ordered = [...leads.values()].sort((one, other) => byUrgency(one, other) || byScore(one, other));
  const firstCall = ordered.findIndex((lead) => sectionOf(lead) === "call");
  return firstCall === -1 ? ordered : ordered.slice(0, firstCall + Math.max(0, list.capacity));
}

/** Why a lead stands on a list: what comes first of clock, arrival, promise and score. */
export function sectionOf({ dueAt, isNewcomer, followUp }: Urgency): CallSection {
  if (dueAt !== null) return "clock";
  if (isNewcomer) return "new";
  return followUp === null ? "call" : "follow_up";
}

/** The order of a list as far as time decides it; 0 for two whose order is that of their scores. */
export function byUrgency(one: Urgency, other: Urgency): number {
  return (
    SECTION_ORDER[sectionOf(one)] - SECTION_ORDER[sectionOf(other)] ||
    upward(one.dueAt, other.dueAt) ||
    byArrival(one, other) ||
    upward(one.followUp?.day ?? null, other.followUp?.day ?? null) ||
    // A day without a time is from its start on.
    upward(one.followUp?.minute ?? -1, other.followUp?.minute ?? -1)
  );
}

/** Newcomers join at the top. */
function byArrival(one: Urgency, other: Urgency): number {
  if (sectionOf(one) !== "new") return 0;
  const now = Number.POSITIVE_INFINITY;
  return upward(other.shownAt ?? now, one.shownAt ?? now);
}

const SECTION_ORDER: Readonly<Record<CallSection, number>> = { clock: 0, new: 1, follow_up: 2, call: 3 };

function mayStandOn(lead: Candidate, { userId, takesUnassigned }: ListOf): boolean {
  const isTheirs = lead.ownerId === userId || (lead.ownerId === null && takesUnassigned);
  return isTheirs && lead.mayCall && (sectionOf(lead) !== "call" || lead.priority !== null);
}

function byScore(one: Candidate, other: Candidate): number {
  return (
    upward(one.priority, other.priority) ||
    upward(other.combined ?? -1, one.combined ?? -1) ||
    upward(other.newestEventAt ?? Number.NEGATIVE_INFINITY, one.newestEventAt ?? Number.NEGATIVE_INFINITY) ||
    upward(one.leadId, other.leadId)
  );
}

/** Small ones first; what is not known comes last. A difference of infinities is no number. */
function upward(one: number | null, other: number | null): number {
  const [first, second] = [one ?? Number.POSITIVE_INFINITY, other ?? Number.POSITIVE_INFINITY];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
