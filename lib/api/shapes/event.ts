import { z } from "zod";
import { incomingEventSchema } from "#lib/events/incoming.ts";
import { fieldValue, inAddress, instant, leadNumber, MOST_A_PAGE, paging } from "./parts.ts";

export const eventPath = z.object({ lead: inAddress(leadNumber), event: z.guid() });

export const event = z.object({
  id: z.string(),
  lead_id: leadNumber,
  type: z.string(),
  asset: z.string().nullable(),
  source: z.string(),
  occurred_at: instant,
  received_at: instant,
  joined_at: instant.nullable(),
  properties: z.record(z.string(), fieldValue).nullable(),
});
export type EventShape = z.input<typeof event>;

export const eventQuery = z.strictObject({ ...paging, lead: inAddress(leadNumber).optional() });

export const eventsBody = z.strictObject({ events: z.array(incomingEventSchema).min(1).max(MOST_A_PAGE) });

export const recordedEvents = z.object({
  recorded: z.int(),
  known: z.int(),
  refused: z.array(z.object({ index: z.int(), reason: z.enum(["unknown_lead", "too_far_ahead", "before_2000"]) })),
});
