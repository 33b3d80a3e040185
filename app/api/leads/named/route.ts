import { z } from "zod";
import { invalidInput } from "#app/_server/invalid-input.ts";
import { defineRoute } from "#app/_server/route.ts";
import { listNamedLeads } from "#db/queries/named-leads.ts";
import { MOST_ASKED, type NamedLead } from "#lib/leads/named-lead.ts";

const schema = z.strictObject({ leadIds: z.array(z.int().positive()).max(MOST_ASKED) });

/** Names of the first of the leads that the caller may see, in the order asked. A read, of more leads than an address holds. */
export const POST = defineRoute({
  permission: "view_leads",
  run: async (request, { user }) => {
    const parsed = schema.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return invalidInput(parsed.error);
    const named: readonly NamedLead[] = await listNamedLeads({ viewer: user, leadIds: parsed.data.leadIds });
    return Response.json(named, { headers: { "cache-control": "no-store" } });
  },
});
