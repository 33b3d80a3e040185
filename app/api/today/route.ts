import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { openToday } from "#app/(dashboard)/today/open-today.ts";

/** The list as it stands now, for a page that is open. */
export const GET = defineRoute({
  permission: "work_leads",
  query: z.object({ rep: z.coerce.number().int().positive().optional() }),
  run: async (_request, { user, query, at }) => {
    const today = await openToday({ user, repId: query.rep ?? null, at });
    return today.ok ? Response.json(today.value, { headers: { "cache-control": "no-store" } }) : today;
  },
});
