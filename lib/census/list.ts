import { seesAllLeads, type Viewer } from "#lib/access/roles.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import { type Census, UNSCORED } from "./census.ts";
import { matcher } from "./matches.ts";
import { remembered } from "./remembered.ts";

/** A list without its search; who sees which lead is as in `visibleLeads`. */
export type ListQuery = { readonly viewer: Viewer; readonly filter: Omit<ListFilter, "search"> };
type FewQuery = ListQuery & { readonly most: number };

/** How many leads a list holds for a viewer. */
export const countList = remembered(
  (census, query: ListQuery): number => {
    const isOnList = listed(census, query);
    let leads = 0;
    for (let place = 0; place < census.length; place++) if (isOnList(place)) leads++;
    return leads;
  },
  (query) => keyOf(query),
);

/** The leads of a list, while they are few; null when they are more than `most`. */
export const listFew = remembered(
  (census, { most, ...query }: FewQuery): { readonly leadIds: readonly number[] | null } => {
    if (countList(census, query) > most) return { leadIds: null };
    const isOnList = listed(census, query);
    const leadIds: number[] = [];
    for (let place = 0; place < census.length; place++) if (isOnList(place)) leadIds.push(census.ids[place] ?? 0);
    return { leadIds };
  },
  ({ most, ...query }) => `${most} ${keyOf(query)}`,
);

/** Viewers and filters come with more than is asked of them here. */
function keyOf({ viewer: { role, userId }, filter }: ListQuery): string {
  const { country, source, owner, stage, cell, isUnscored } = filter;
  return JSON.stringify([seesAllLeads(role) ? 0 : [role, userId], country, source, owner, stage, cell, isUnscored]);
}

/** Says of a lead's place in the census whether it is on a list. */
export function listed(census: Census, { viewer, filter }: ListQuery): (place: number) => boolean {
  const cell = filter.cell === null ? null : census.cells.find(filter.cell);
  const isNoCell = filter.cell !== null && (cell === null || filter.isUnscored);
  if (isNoCell || (!seesAllLeads(viewer.role) && viewer.role !== "rep")) return () => false;
  const wanted = filter.isUnscored ? UNSCORED : cell;
  const isMatch = matcher(census, filter);
  const isVisible = visible(census, viewer);
  return (place) => isMatch(place) && (wanted === null || census.cell[place] === wanted) && isVisible(place);
}

function visible(census: Census, { role, userId }: Viewer): (place: number) => boolean {
  if (seesAllLeads(role)) return () => true;
  const own = census.owners.find(userId);
  return (place) => census.owner[place] === own || census.owner[place] === 0;
}
