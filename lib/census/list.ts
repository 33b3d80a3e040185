import { seesAllLeads, type Viewer } from "#lib/access/roles.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import { type Census, UNSCORED } from "./census.ts";
import { ANY, countMatches, listMarked, type Marks, markMatches, NOBODY } from "./marks.ts";
import { remembered } from "./remembered.ts";

/** A list without its search; who sees which lead is as in `visibleLeads`. */
export type ListQuery = { readonly viewer: Viewer; readonly filter: Omit<ListFilter, "search"> };
type FewQuery = ListQuery & { readonly most: number };

/** How many leads a list holds for a viewer. */
export const countList = remembered(
  (census: Census, query: ListQuery): number => {
    const codes = codesOf(census, query);
    return codes ? countMatches(census, query.filter, codes) : 0;
  },
  (query) => keyOf(query),
);

/** How many leads a list holds, and which while they are few; null when they are more than `most`. */
export const listFew = remembered(
  (
    census: Census,
    { most, ...query }: FewQuery,
  ): { readonly total: number; readonly leadIds: readonly number[] | null } => {
    const total = countList(census, query);
    return { total, leadIds: total > most ? null : listMarked(census, markList(census, query)) };
  },
  ({ most, ...query }) => `${most} ${keyOf(query)}`,
);

/** Viewers and filters come with more than is asked of them here. */
function keyOf({ viewer: { role, userId }, filter }: ListQuery): string {
  const { country, source, owner, stage, cell, isUnscored } = filter;
  return JSON.stringify([seesAllLeads(role) ? 0 : [role, userId], country, source, owner, stage, cell, isUnscored]);
}

/** The leads of a list; of some of them only, where those are marked. */
export function markList(census: Census, query: ListQuery, among: Marks | null = null): Marks {
  const codes = codesOf(census, query);
  return codes ? markMatches(census, query.filter, { ...codes, among }) : new Uint8Array(census.length);
}

/** What is asked for beside the filter of leads; null: of no lead. */
function codesOf(census: Census, { viewer, filter }: ListQuery): { cell: number; seenBy: number } | null {
  const seenBy = ownerSeenBy(census, viewer);
  const cell = filter.cell === null ? ANY : census.cells.find(filter.cell);
  const isNoCell = cell === null || (filter.isUnscored && filter.cell !== null);
  if (seenBy === null || isNoCell) return null;
  return { seenBy, cell: filter.isUnscored ? UNSCORED : cell };
}

/** Beside the leads of nobody; null for who sees no lead at all. */
function ownerSeenBy({ owners }: Census, { role, userId }: Viewer): number | null {
  if (seesAllLeads(role)) return ANY;
  return role === "rep" ? (owners.find(userId) ?? NOBODY) : null;
}
