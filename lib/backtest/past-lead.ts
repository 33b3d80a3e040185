import { factsAt, type LeadHistory } from "#lib/leads/score-history.ts";
import { OPEN_STAGES, type RejectionReason, type Stage } from "#lib/lifecycle/constants.ts";
import type { Facts } from "#lib/scoring/facts.ts";

/** A lead with all that tells what was known of it on any day, and what became of it. Instants are epoch milliseconds. */
export type PastLead = LeadHistory & {
  readonly leadId: number;
  /** When the lead became a customer, each time; in order. */
  readonly wonAt: readonly number[];
  /** Why sales gave it back, the last time; null when it never did. */
  readonly rejectedFor: RejectionReason | null;
  /** When events were joined to the lead that came to another one, by event id. */
  readonly joinedAt: ReadonlyMap<string, number>;
  /** By field, from when on it had values that came with a time of their own. */
  readonly timedFrom: ReadonlyMap<string, readonly number[]>;
};

const OPEN: ReadonlySet<string> = new Set<Stage>(OPEN_STAGES);

/** The facts that were known before a cut: nothing that happened, came or was joined at it or later. */
export function factsKnownAt(lead: PastLead, cut: number, timeZone: string): Facts {
  const facts = factsAt(lead, cut, timeZone);
  const isKnown = ({ id, at }: Facts["events"][number]) => at < cut && (lead.joinedAt.get(id) ?? -Infinity) < cut;
  return { ...facts, events: facts.events.filter(isKnown) };
}

/** Whether the lead was there and might still be won. */
export function wasOpenAt({ createdAt, stage }: Facts, cut: number): boolean {
  return createdAt < cut && OPEN.has(stage);
}

/** Whether sales had it: who is a lead, or was given back, can still be handed over. */
export function isInSales({ stage }: Facts): boolean {
  return stage !== "lead" && stage !== "recycled";
}

/** Whether the lead became a customer from one instant on and before another. */
export function wasWonWithin({ wonAt }: PastLead, { from, until }: { readonly from: number; readonly until: number }) {
  return wonAt.some((at) => at >= from && at < until);
}

/** Whether the value that a field had before a cut came with a time of its own; one without counts from the lead's creation. */
export function isTimedAt({ facts, timedFrom }: PastLead, field: string, cut: number | null): boolean {
  const times = timedFrom.get(field);
  if (times === undefined) return false;
  const inForce = facts.changes
    .filter((change) => change.field === field && (cut === null || change.validFrom < cut))
    .reduce((latest, { validFrom }) => Math.max(latest, validFrom), -Infinity);
  return times.includes(inForce);
}
