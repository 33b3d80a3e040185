import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { chooseList, openToday } from "#app/(dashboard)/today/open-today.ts";

/** The list as it stands now, for a page that is open. */
export const GET = defineRoute({
  permission: "work_leads",
  query: z.object({ rep: z.coerce.number().int().positive().optional() }),
  run: async (_request, { user, query, at }) => {
    const chosen = await chooseList({ user, repId: query.rep ?? null });
    if (!chosen.ok) return chosen;
    return Response.json(await openToday(chosen.value, { at, isOpened: false }), {
      headers: { "cache-control": "no-store" },
    });
  },
});
