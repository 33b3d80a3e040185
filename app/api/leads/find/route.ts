import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { findLeads } from "#db/queries/leads.ts";

const MOST = 8;

/** The leads that a search finds, for the palette: `[{ id, name, company }]`. */
export const GET = defineRoute({
  permission: "view_leads",
  query: z.object({ q: z.string().trim().min(1).max(200) }),
  run: async (_request, { user, query }) => {
    const [t, found] = await Promise.all([
      getTranslations("leads"),
      findLeads({ viewer: user, search: query.q, limit: MOST }),
    ]);
    const answer = found.map(({ leadId, name, company }) => ({
      id: leadId,
      name: name ?? t("unnamed", { leadId }),
      company,
    }));
    return Response.json(answer, { headers: { "cache-control": "no-store" } });
  },
});
