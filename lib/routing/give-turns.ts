import type { Route } from "./open-routing.ts";
import { whoseTurn } from "./turns.ts";

/** Turns are counted rule by rule, so that what one gives does not shift another's. */
function poolOf({ rule }: Route): string {
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

/** Gives the turns of routes, one after the other. `first`: the number of the first turn to give, by pool; 0 where absent. */
export function openTurns(first: ReadonlyMap<string, number> = new Map()): (route: Route) => number {
  const turns = new Map(first);
  return (route) => {
    const pool = poolOf(route);
    const turn = turns.get(pool) ?? 0;
    if (route.round.length > 1) turns.set(pool, turn + 1);
    return whoseTurn(turn, route.round);
  };
}
