/**
 * Why a lead got another owner. `routed`: the rules gave it; `given`: whose it was, to a colleague; `reassigned`:
 * somebody who manages; `claimed`: who worked it first; `person`: a correction by hand.
 */
export const OWNER_CHANGE_CAUSES = ["routed", "given", "reassigned", "claimed", "person", "import", "merge"] as const;
export type OwnerChangeCause = (typeof OWNER_CHANGE_CAUSES)[number];

/** By what a lead was routed: a rule of the organisation, the turn of who is at work, or because nobody was. */
export const ROUTE_WAYS = ["rule", "turn", "fallback"] as const;
export type RouteWay = (typeof ROUTE_WAYS)[number];
