import { showEvent } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { findReadEvent } from "#db/queries/api/events.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok, refuse } from "#lib/result.ts";

export const GET = defineOperation(OPERATIONS.readEvent, async ({ params }) => {
  const event = await findReadEvent({ leadId: params.lead, id: params.event });
  return event ? ok(showEvent(event)) : refuse("not_found");
});
