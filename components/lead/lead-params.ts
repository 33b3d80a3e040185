import { createParser, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { TIMELINE_FILTERS } from "#lib/leads/timeline.ts";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";

export const ITEMS_A_PAGE = 60;
const MOST_ITEMS = 2_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address of a lead's page can ask for; the day is an epoch day in code, an ISO date in the address. */
export const leadParams = {
  day: createParser<number>({ parse: parseEpochDay, serialize: formatEpochDay }),
  show: parseAsStringLiteral(TIMELINE_FILTERS).withDefault("all"),
  items: parseAsInteger.withDefault(ITEMS_A_PAGE),
  /** The event that a sentence elsewhere pointed at. */
  event: createParser<string>({ parse: (text) => (UUID.test(text) ? text : null), serialize: (id) => id }),
};

/** How many things of the timeline an address may ask for. */
export function itemsWanted(items: number): number {
  return Math.min(Math.max(items, ITEMS_A_PAGE), MOST_ITEMS);
}
