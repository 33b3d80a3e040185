import { createParser, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { TIMELINE_FILTERS } from "#lib/leads/timeline.ts";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";

export const ITEMS_A_PAGE = 60;
const MOST_ITEMS = 2_000;

/** What the address of a lead's page can ask for; the day is an epoch day in code, an ISO date in the address. */
export const leadParams = {
  day: createParser<number>({ parse: parseEpochDay, serialize: formatEpochDay }),
  show: parseAsStringLiteral(TIMELINE_FILTERS).withDefault("all"),
  items: parseAsInteger.withDefault(ITEMS_A_PAGE),
};

/** How many things of the timeline an address may ask for. */
export function itemsWanted(items: number): number {
  return Math.min(Math.max(items, ITEMS_A_PAGE), MOST_ITEMS);
}
