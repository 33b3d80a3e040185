import { pageByPair } from "#app/_server/api-page.ts";
import { showStageChange } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { listReadStageChanges } from "#db/queries/api/stage-changes.ts";
import { OPERATIONS } from "#lib/api/operations.ts";

export const GET = defineOperation(OPERATIONS.listStages, async ({ query }) =>
  pageByPair(query, {
    list: ({ after, limit }) =>
      listReadStageChanges({
        after: after && { leadId: after.leadId, id: Number(after.id) },
        leadId: query.lead,
        limit,
      }),
    show: showStageChange,
    keyOf: ({ leadId, id }) => [leadId, String(id)],
    isPlace: (id) => /^\d{1,15}$/.test(id),
  }),
);
