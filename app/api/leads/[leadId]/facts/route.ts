import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readLeadFacts } from "#db/queries/facts.ts";
import { findLead } from "#db/queries/lead.ts";
import { findScoringDay } from "#db/queries/pending-build.ts";
import type { TriedLead } from "#lib/leads/tried-lead.ts";
import { refuse } from "#lib/result.ts";

/**
 * What is known of a lead, for an editor to score it by itself, as often as a draft changes. Only of leads that the
 * caller sees by name; nothing of who may not be scored.
 */
export const GET = defineRoute({
  permission: "view_model",
  params: z.object({ leadId: z.coerce.number().int().positive() }),
  run: async (_request, { user, params: { leadId }, at }) => {
    const [lead, generation] = await Promise.all([findLead({ viewer: user, leadId }), findCurrentGeneration()]);
    // Before the first pass it is scored as it is today.
    const day = generation ? generation.day : await findScoringDay({ at });
    if (!lead || day === null) return refuse("not_found");
    const query = {
      leadIds: [leadId],
      ...(generation && { timeZone: generation.timeZone, naming: generation.naming }),
    };
    const known = lead.mayScore ? (await readLeadFacts(query)).get(leadId) : undefined;
    const answer: TriedLead = {
      leadId,
      name: lead.name,
      company: lead.account?.name ?? null,
      stage: lead.stage,
      // Earlier values are for scores of other days.
      facts: known?.mayScore ? { ...known.facts, changes: [] } : null,
      day,
      models: generation?.models ?? [],
    };
    return Response.json(answer, { headers: { "cache-control": "no-store" } });
  },
});
