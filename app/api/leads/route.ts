import { createLoader, parseAsBoolean, parseAsInteger, parseAsString } from "nuqs/server";
import { defineRoute } from "#app/_server/route.ts";
import { findCurrentGeneration, type Generation } from "#db/queries/current-generation.ts";
import { listLeads } from "#db/queries/leads.ts";
import { readScoresOfDay } from "#db/queries/scores-of-day.ts";
import { decodeCursor, encodeCursor, LEADS_A_PAGE, type LeadRow, type LeadsAnswer } from "#lib/leads/list.ts";
import { filterOf, listParams, orderOf } from "#lib/leads/list-params.ts";

const LONGEST_PAGE = 200;
const load = createLoader({
  ...listParams,
  after: parseAsString,
  limit: parseAsInteger.withDefault(LEADS_A_PAGE),
  /** Asks for the scores of the day before. */
  before: parseAsBoolean.withDefault(false),
});

/** A page of the leads that the caller may see. */
export const GET = defineRoute({
  permission: "view_leads",
  run: async (request, { user }) => {
    const params = load(request);
    const generation = await findCurrentGeneration();
    const query = { viewer: user, generationId: generation?.id ?? null, filter: filterOf(params) };
    const after = params.after === null ? null : decodeCursor(params.after);
    const limit = Math.min(Math.max(1, params.limit), LONGEST_PAGE);
    const page = await listLeads({ ...query, models: generation?.models, order: orderOf(params), after, limit });
    const answer: LeadsAnswer = {
      rows: page.rows,
      next: page.next && encodeCursor(page.next),
      total: after === null ? page.total : null,
      before: params.before && generation ? await scoresBefore(page.rows, generation) : null,
    };
    return Response.json(answer, { headers: { "cache-control": "no-store" } });
  },
});

async function scoresBefore(rows: readonly LeadRow[], generation: Generation) {
  const leadIds = rows.map(({ leadId }) => leadId);
  const scores = await readScoresOfDay({ leadIds, generation, day: generation.day - 1 });
  return Object.fromEntries([...scores].map(([leadId, { combined }]) => [leadId, combined] as const));
}
