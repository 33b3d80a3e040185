import type { Route } from "./open-routing.ts";
import { whoseTurn } from "./turns.ts";

/** Turns are counted rule by rule, so that what one gives does not shift another's. */
export function poolOf({ rule }: Route): string {
  return rule?.key ?? "";
}

/** How many turns each pool has to give for these routes; one person alone needs none. */
export function turnsNeeded(routes: Iterable<Route>): Map<string, number> {
  const needed = new Map<string, number>();
  for (const route of routes) {
    if (route.round.length < 2) continue;
    const pool = poolOf(route);
    needed.set(pool, (needed.get(pool) ?? 0) + 1);
  }
  return needed;
}

/** Whose each lead becomes, in the order of the routes. `first`: the number of the first turn to give, by pool. */
export function giveTurns<Id>(
  routes: ReadonlyMap<Id, Route>,
  first: ReadonlyMap<string, number>,
): Map<Id, { readonly userId: number; readonly route: Route }> {
  const turns = new Map(first);
  const given = new Map<Id, { readonly userId: number; readonly route: Route }>();
  for (const [id, route] of routes) {
    const pool = poolOf(route);
    const turn = turns.get(pool) ?? 0;
    if (route.round.length > 1) turns.set(pool, turn + 1);
    given.set(id, { userId: whoseTurn(turn, route.round), route });
  }
  return given;
}
