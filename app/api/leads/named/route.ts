import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { listNamedLeads } from "#db/queries/named-leads.ts";
import { MOST_NAMED, type NamedLead } from "#lib/leads/named-lead.ts";

const ids = z
  .string()
  .transform((text) => text.split(",").map(Number))
  .pipe(z.array(z.int().positive()).max(MOST_NAMED));

/** Names of those of the leads that the caller may see. */
export const GET = defineRoute({
  permission: "view_leads",
  query: z.object({ ids }),
  run: async (_request, { user, query }) => {
    const named: readonly NamedLead[] = await listNamedLeads({ viewer: user, leadIds: query.ids });
    return Response.json(named, { headers: { "cache-control": "no-store" } });
  },
});
