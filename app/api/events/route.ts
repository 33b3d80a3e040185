import { invalidInput } from "#app/_server/invalid-input.ts";
import { defineRoute } from "#app/_server/route.ts";
import { recordEvents } from "#db/mutations/record-events.ts";
import { findLeadId } from "#db/queries/lead-identity.ts";
import { incomingEventSchema } from "#lib/events/incoming.ts";
import { refuse } from "#lib/result.ts";

const SOURCE = "api";

/** Takes one event: it is in the score, on the list and on the clock when this answers. */
export const POST = defineRoute({
  permission: "import_data",
  run: async (request, { at }) => {
    const parsed = incomingEventSchema.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return invalidInput(parsed.error);
    const { lead, type, time = at.toISOString(), id, asset, properties } = parsed.data;
    const leadId = await findLeadId({ text: lead });
    if (leadId === null) return refuse("not_found", { reason: "lead_deleted" });
    const event = { leadId, type, claimed: Date.parse(time), time, externalId: id, asset, properties };
    const { recorded, known, refused } = await recordEvents({ source: SOURCE, events: [event], at });
    const [refusal] = refused;
    if (refusal) return refuse("invalid_input", { fields: { time: refusal.reason } });
    return Response.json({ leadId, recorded, known }, { status: recorded > 0 ? 201 : 200 });
  },
});
