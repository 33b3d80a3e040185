import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { findLeads } from "#db/queries/find-leads.ts";

const MOST = 8;

/** The leads that a search finds, for the palette: `[{ id, name, company }]`. */
export const GET = defineRoute({
  permission: "view_leads",
  query: z.object({ q: z.string().trim().min(1).max(200) }),
  run: async (_request, { user, query }) => {
    const [t, generation] = await Promise.all([getTranslations("leads"), findCurrentGeneration()]);
    const generationId = generation?.id ?? null;
    const found = await findLeads({ viewer: user, generationId, search: query.q, limit: MOST });
    const answer = found.map(({ leadId, name, company }) => ({
      id: leadId,
      name: name ?? t("unnamed", { leadId }),
      company,
    }));
    return Response.json(answer, { headers: { "cache-control": "no-store" } });
  },
});
