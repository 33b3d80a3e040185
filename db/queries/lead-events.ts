import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice, type LeadSlice } from "#db/lead-slice.ts";
import { events } from "#db/schema/index.ts";
import { openNamer } from "#lib/naming/namer.ts";
import type { Naming } from "#lib/naming/naming.ts";
import type { FieldValue, ScoringEvent } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";
import { findNamingInForce } from "./naming.ts";

type Parts = readonly [
  id: string,
  name: string,
  asset: string | null,
  at: number,
  properties: Record<string, FieldValue> | null,
];

export type LeadEventsQuery = {
  readonly slice: LeadSlice;
  readonly timeZone: string;
  /** As what they count; that in force when absent. */
  readonly naming?: Naming | undefined;
};

/** The events of each lead that has any, in no order, each on its day in the zone. As one value a lead: the driver takes longest over rows. */
export async function readLeadEvents(
  { slice, timeZone, naming }: LeadEventsQuery,
  executor: Executor,
): Promise<Map<number, ScoringEvent[]>> {
  const [{ typeOf }, rows] = await Promise.all([
    naming ? openNamer(naming) : findNamingInForce(executor).then(openNamer),
    executor.execute<{ lead_id: string; events: readonly Parts[] }>(sql`
    select ${events.leadId} as lead_id, json_agg(json_build_array(${events.id}, event_types.key, assets.name,
      floor(extract(epoch from ${events.occurredAt}) * 1000)::bigint, ${events.properties})) as events
    from ${events}
    join event_types on event_types.id = ${events.typeId}
    left join assets on assets.id = ${events.assetId}
    where ${inSlice(events.leadId, slice)}
    group by ${events.leadId}`),
  ]);
  return new Map(
    rows.map(
      (row) =>
        [
          Number(row.lead_id),
          row.events.map(([id, name, asset, at, properties]) => ({
            id,
            type: typeOf({ name, asset }),
            asset,
            at,
            day: localDay(at, timeZone),
            properties,
          })),
        ] as const,
    ),
  );
}
