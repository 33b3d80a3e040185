import { seesAllLeads, type Viewer } from "#lib/access/roles.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import { type Census, UNSCORED } from "./census.ts";
import { ANY, countMarks, listMarked, type Marks, markMatches, NOBODY } from "./marks.ts";
import { remembered } from "./remembered.ts";

/** A list without its search; who sees which lead is as in `visibleLeads`. */
export type ListQuery = { readonly viewer: Viewer; readonly filter: Omit<ListFilter, "search"> };
type FewQuery = ListQuery & { readonly most: number };

/** How many leads a list holds for a viewer. */
export const countList = remembered(
  (census, query: ListQuery): number => countMarks(markList(census, query)),
  (query) => keyOf(query),
);

/** How many leads a list holds, and which while they are few; null when they are more than `most`. */
export const listFew = remembered(
  (census, { most, ...query }: FewQuery): { readonly total: number; readonly leadIds: readonly number[] | null } => {
    const marks = markList(census, query);
    const total = countMarks(marks);
    return { total, leadIds: total > most ? null : listMarked(census, marks) };
  },
  ({ most, ...query }) => `${most} ${keyOf(query)}`,
);

/** Viewers and filters come with more than is asked of them here. */
function keyOf({ viewer: { role, userId }, filter }: ListQuery): string {
  const { country, source, owner, stage, cell, isUnscored } = filter;
  return JSON.stringify([seesAllLeads(role) ? 0 : [role, userId], country, source, owner, stage, cell, isUnscored]);
}

/** The leads of a list; of some of them only, where those are marked. */
export function markList(census: Census, { viewer, filter }: ListQuery, among: Marks | null = null): Marks {
  const seenBy = ownerSeenBy(census, viewer);
  const cell = filter.cell === null ? ANY : census.cells.find(filter.cell);
  const isNoCell = cell === null || (filter.isUnscored && filter.cell !== null);
  if (seenBy === null || isNoCell) return new Uint8Array(census.length);
  return markMatches(census, filter, { seenBy, among, cell: filter.isUnscored ? UNSCORED : cell });
}

/** Beside the leads of nobody; null for who sees no lead at all. */
function ownerSeenBy({ owners }: Census, { role, userId }: Viewer): number | null {
  if (seesAllLeads(role)) return ANY;
  return role === "rep" ? (owners.find(userId) ?? NOBODY) : null;
}
