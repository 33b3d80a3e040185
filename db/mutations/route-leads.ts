import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { listCandidates } from "#db/queries/candidates.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { findRouting } from "#db/queries/routing.ts";
import { readUnownedLeads } from "#db/queries/unowned-leads.ts";
import { openTurns, turnsNeeded } from "#lib/routing/give-turns.ts";
import { openRouting } from "#lib/routing/open-routing.ts";
import { localDay } from "#lib/time/local-day.ts";
import { assignLeads, type OwnerChange } from "./assign-leads.ts";

export type RouteLeads = {
  readonly leadIds: readonly number[];
  readonly generation: Pick<Generation, "id" | "timeZone" | "fieldTypes">;
  readonly at: Date;
};

/**
 * Gives those of the leads that were handed over to sales and are nobody's to who is at work, by the rules
 * of the organisation. Whom an owner has keeps theirs; while nobody is at work all wait. The caller holds
 * the leads' locks, and tells.
 */
export async function routeLeads({ leadIds, generation, at }: RouteLeads, executor: Executor): Promise<OwnerChange[]> {
  const subjects = await readUnownedLeads({ leadIds, generationId: generation.id }, executor);
  if (subjects.size === 0) return [];
  const day = localDay(at.getTime(), generation.timeZone);
  const [{ rules }, atWork] = await Promise.all([findRouting(executor), listCandidates({ day }, executor)]);
  const router = openRouting({ rules }, generation.fieldTypes)({ day, atWork });
  const routes = new Map(
    [...subjects].flatMap(([leadId, subject]) => {
      const route = router(subject);
      return route ? [[leadId, route] as const] : [];
    }),
  );
  if (routes.size === 0) return [];
  const next = openTurns(await takeTurns(turnsNeeded(routes.values()), executor));
  const assignments = [...routes].map(([leadId, route]) => ({
    leadId,
    toUserId: next(route),
    way: route.rule ? ("rule" as const) : ("turn" as const),
    rule: route.rule?.name ?? null,
  }));
  return assignLeads({ assignments, cause: "routed", actorId: null, at }, executor);
}

/** The number of the first turn that each pool may give now: nobody else gives these. */
async function takeTurns(needed: ReadonlyMap<string, number>, executor: Executor): Promise<Map<string, number>> {
  if (needed.size === 0) return new Map();
  const asked = [...needed].map(([pool, count]) => ({ pool, count }));
  // In one order, so that no two transactions wait for each other.
  const rows = await executePrepared<{ pool: string; turns: string }>(
    sql`
    insert into routing_turns (pool, turns)
    select pool, count from json_to_recordset(${JSON.stringify(asked)}::json) as asked (pool text, count bigint) order by pool
    on conflict (pool) do update set turns = routing_turns.turns + excluded.turns
    returning pool, turns`,
    executor,
  );
  return new Map(rows.map(({ pool, turns }) => [pool, Number(turns) - (needed.get(pool) ?? 0)] as const));
}
