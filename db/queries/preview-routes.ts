import { db, type Executor } from "#db/client.ts";
import { routingTurns } from "#db/schema/index.ts";
import type { RoutesAnswer, RoutesRequest } from "#lib/preview/handed-over.ts";
import { openTurns } from "#lib/routing/give-turns.ts";
import { openRouting } from "#lib/routing/open-routing.ts";
import { listCandidates } from "./candidates.ts";
import type { Generation } from "./current-generation.ts";
import { findRouting } from "./routing.ts";
import { readUnownedLeads } from "./unowned-leads.ts";

type Query = RoutesRequest & { readonly generation: Generation };

/** Whose leads would become if they were handed over now, in these cells: as `routeLeads` would have it. Gives no turn. */
export async function readPreviewRoutes({ leads, generation }: Query, executor: Executor = db): Promise<RoutesAnswer> {
  const cells = new Map(leads.flatMap(({ cell, leadIds }) => leadIds.map((leadId) => [leadId, cell] as const)));
  const query = { leadIds: [...cells.keys()], generationId: generation.id, stages: "before" } as const;
  const [subjects, { rules }, atWork, turns] = await Promise.all([
    readUnownedLeads(query, executor),
    findRouting(executor),
    listCandidates({ day: generation.day }, executor),
    executor.select().from(routingTurns),
  ]);
  const router = openRouting({ rules }, generation.fieldTypes)({ day: generation.day, atWork });
  const next = openTurns(new Map(turns.map(({ pool, turns: given }) => [pool, given] as const)));
  return {
    routed: [...subjects].flatMap(([leadId, { fields }]) => {
      const route = router({ fields, cell: cells.get(leadId) ?? null });
      return route ? [[leadId, next(route)] as const] : [];
    }),
  };
}
