import type { LeadFilter } from "#lib/leads/filter.ts";
import type { Census } from "./census.ts";
import { markMatches } from "./marks.ts";
import { remembered } from "./remembered.ts";

type Query = {
  readonly versionId: number;
  readonly filter: LeadFilter;
  /** Leads that version and filter ask for, and about how many of them at most. */
  readonly total: number;
  readonly most: number;
};

type Sample = { readonly every: number; readonly leadIds: readonly number[] };

/**
 * Some of the leads that a filter asks for, each for `every` of them: those whose id, scattered by
 * Knuth's multiplicative hash, falls into one of `every` parts. The same leads each time.
 */
export const sampleIds = remembered((census: Census, { versionId, filter, total, most }: Query): Sample => {
  const every = Math.max(1, Math.ceil(total / most));
  const version = census.versions.find(versionId);
  const marks = markMatches(census, filter);
  const { ids, version: ofVersion } = census;
  const leadIds: number[] = [];
  for (let place = 0; place < marks.length; place++) {
    if (marks[place] !== 1 || ofVersion[place] !== version) continue;
    const leadId = ids[place] ?? 0;
    if (scatter(leadId) % every === 0) leadIds.push(leadId);
  }
  return { every, leadIds: leadIds.sort((a, b) => a - b) };
});

function scatter(leadId: number): number {
  return Math.imul(leadId, 2_654_435_761) >>> 8;
}
