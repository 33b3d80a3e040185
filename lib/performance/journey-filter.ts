import type { Journey } from "./journey.ts";

/** Which journeys; null is no condition, an empty text asks for those without that value. */
export type JourneyFilter = {
  /** Epoch days on which a journey began, both included. */
  readonly from: number | null;
  readonly until: number | null;
  readonly source: string | null;
  readonly country: string | null;
  /** Whose the lead is now. */
  readonly owner: number | "none" | null;
  /** As stored at the hand-over: who was never handed over has neither. */
  readonly cell: string | null;
  readonly versionId: number | null;
};

export const ANY_JOURNEY: JourneyFilter = {
  from: null,
  until: null,
  source: null,
  country: null,
  owner: null,
  cell: null,
  versionId: null,
};

/** Whether only those are asked for who were handed over, so that nothing can be said of the way there. */
export function asksForHandedOver({ cell, versionId }: JourneyFilter): boolean {
  return cell !== null || versionId !== null;
}

/** Whether all leads of a source are asked for, or none of them. */
export function asksForWholeSources(filter: JourneyFilter): boolean {
  return filter.country === null && filter.owner === null && !asksForHandedOver(filter);
}

/** Whether a filter asks for a journey. */
export function isAskedFor(journey: Journey, filter: JourneyFilter): boolean {
  const { from, until, source, country, owner, cell, versionId } = filter;
  if (from !== null && journey.createdDay < from) return false;
  if (until !== null && journey.createdDay > until) return false;
  if (source !== null && (journey.source ?? "") !== source) return false;
  if (country !== null && (journey.country ?? "") !== country) return false;
  if (owner !== null && (journey.ownerId ?? "none") !== owner) return false;
  if (asksForHandedOver(filter) && journey.handedOverAt === null) return false;
  if (cell !== null && (journey.cell ?? "") !== cell) return false;
  return versionId === null || journey.versionId === versionId;
}

/** The same leads, whenever they came. */
export function whenever(filter: JourneyFilter): JourneyFilter {
  return { ...filter, from: null, until: null };
}
