import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice, type LeadSlice } from "#db/lead-slice.ts";
import { assets, events, eventTypes } from "#db/schema/index.ts";
import type { ScoringEvent } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";

/** The events of each lead that has any, in no order, each on its day in the zone. */
export async function readLeadEvents(
  { slice, timeZone }: { readonly slice: LeadSlice; readonly timeZone: string },
  executor: Executor,
): Promise<Map<number, ScoringEvent[]>> {
  const rows = await executor
    .select({
      leadId: events.leadId,
      id: events.id,
      type: eventTypes.key,
      asset: assets.name,
      at: events.occurredAt,
      properties: events.properties,
    })
    .from(events)
    .innerJoin(eventTypes, eq(eventTypes.id, events.typeId))
    .leftJoin(assets, eq(assets.id, events.assetId))
    .where(inSlice(events.leadId, slice));
  const byLead = new Map<number, ScoringEvent[]>();
  for (const { leadId, at, ...rest } of rows) {
    const event = { ...rest, at: at.getTime(), day: localDay(at.getTime(), timeZone) };
    const group = byLead.get(leadId);
    if (group) group.push(event);
    else byLead.set(leadId, [event]);
  }
  return byLead;
}
