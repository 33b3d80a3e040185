import { z } from "zod";
import { pageByPair } from "#app/_server/api-page.ts";
import { showEvent } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { actAsKey } from "#db/mutations/act-as-key.ts";
import { recordEvents } from "#db/mutations/record-events.ts";
import { listReadEvents } from "#db/queries/api/events.ts";
import { findLeadId } from "#db/queries/lead-identity.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok } from "#lib/result.ts";

const SOURCE = "api";
/** Of no lead: such an event is refused by itself. */
const NOBODY = 0;

export const GET = defineOperation(OPERATIONS.listEvents, async ({ query }) =>
  pageByPair(query, {
    list: ({ after, limit }) => listReadEvents({ after, limit, leadId: query.lead }),
    show: showEvent,
    keyOf: ({ leadId, id }) => [leadId, id],
    isPlace: (id) => z.guid().safeParse(id).success,
  }),
);

/** Takes events: those that are taken are in the scores, on the lists and on the clocks when this answers. */
export const POST = defineOperation(OPERATIONS.recordEvents, async ({ body, key: { keyId }, at }) => {
  const leadIds = new Map<string, number | null>();
  for (const { lead } of body.events) if (!leadIds.has(lead)) leadIds.set(lead, await findLeadId({ text: lead }));
  const events = body.events.map(({ lead, type, time = at.toISOString(), id, asset, properties }) => ({
    leadId: leadIds.get(lead) ?? NOBODY,
    type,
    claimed: Date.parse(time),
    time,
    externalId: id,
    asset,
    properties,
  }));
  return actAsKey(
    { keyId, at },
    async (tx) => {
      const { recorded, known, refused } = await recordEvents({ source: SOURCE, events, at }, tx);
      return ok({ recorded, known, refused: [...refused] });
    },
    ({ recorded, known, refused }) =>
      recorded === 0
        ? null
        : {
            action: "events.recorded",
            subject: `key:${keyId}`,
            details: { recorded, known, refused: refused.length },
          },
  );
});
