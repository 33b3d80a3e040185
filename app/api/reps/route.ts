import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { defineRoute } from "#app/_server/route.ts";
import { listAtWork } from "#db/queries/attendance.ts";
import { listReps } from "#db/queries/reps.ts";
import type { ReceivingRep } from "#lib/lifecycle/receiving-rep.ts";
import { localDay } from "#lib/time/local-day.ts";

/** To whom the caller may give a lead, and who of them works today. */
export const GET = defineRoute({
  permission: "work_leads",
  run: async (_request, { at }) => {
    const day = localDay(at.getTime(), await findOrganisationZone());
    const [reps, atWork] = await Promise.all([listReps(), listAtWork({ day })]);
    const answer: ReceivingRep[] = reps.map(({ userId, name }) => {
      const isAway = atWork.length > 0 && !atWork.includes(userId);
      return { userId, name, isAway };
    });
    return Response.json(answer, { headers: { "cache-control": "no-store" } });
  },
});
