import type { Criterion } from "#lib/scoring/definition.ts";

/** Criteria whose events can be the newest that counted for a lead. */
export type EventCriterion = Extract<Criterion, { type: "event" | "burst" }>;

export function eventCriteriaOf(criteria: readonly Criterion[]): EventCriterion[] {
  return criteria.filter((each) => each.type === "event" || each.type === "burst");
}

/** What such a key begins with. */
export const NEWEST = "newest ";

/** The same for criteria that count the same events, whatever these give and how long. */
export function newestKey(criteria: readonly Criterion[]): string {
  const counted = eventCriteriaOf(criteria).map((each) =>
    JSON.stringify(
      each.type === "burst" ? [each.events, each.active, each.count, each.withinHours] : [each.events, each.active],
    ),
  );
  return `${NEWEST}${[...new Set(counted)].sort().join(" ")}`;
}
