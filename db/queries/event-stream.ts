import { type BulkClient, copyOut } from "#db/bulk.ts";
import type { Executor } from "#db/client.ts";
import { type BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import { assets, eventTypes } from "#db/schema/index.ts";
import type { EventNeeds } from "#lib/model/event-needs.ts";
import type { ScoringEvent } from "#lib/scoring/facts.ts";

/** How a pass reads events: what its models need of them, and the names behind the ids. */
export type EventReading = {
  readonly needs: EventNeeds;
  readonly typeOf: ReadonlyMap<number, string>;
  readonly assetOf: ReadonlyMap<number, string>;
};

export async function openEventReading(needs: EventNeeds, executor: Executor): Promise<EventReading> {
  const types = await executor.select({ id: eventTypes.id, key: eventTypes.key }).from(eventTypes);
  const wanted = types.filter(({ key }) => needs.types === null || needs.types.includes(key));
  const names = needs.assets ? await executor.select({ id: assets.id, name: assets.name }).from(assets) : [];
  return {
    needs,
    typeOf: new Map(wanted.map(({ id, key }) => [id, key] as const)),
    assetOf: new Map(names.map(({ id, name }) => [id, name] as const)),
  };
}

/**
 * Events of the leads in an inclusive range of ids, for totals only: they carry no id of their own,
 * and what no criterion asks for is left out.
 */
export async function streamEvents(
  { from, to, reading }: { readonly from: number; readonly to: number; readonly reading: EventReading },
  client: BulkClient,
): Promise<Map<number, ScoringEvent[]>> {
  const byLead = new Map<number, ScoringEvent[]>();
  if (reading.typeOf.size === 0) return byLead;
  const { needs, typeOf } = reading;
  const types = needs.types === null ? "" : `and type_id in (${[...typeOf.keys()].join(",")})`;
  const statement = `copy (select lead_id, type_id, occurred_at, day, asset_id ${needs.properties ? ", properties" : ""}
    from events where lead_id between ${from} and ${to} ${types}) to stdout (format binary)`;
  await readBinaryRows(copyOut(client, statement), needs.properties ? 6 : 5, (row) => {
    const leadId = row.int8(0);
    const group = byLead.get(leadId);
    if (group) group.push(toEvent(row, reading));
    else byLead.set(leadId, [toEvent(row, reading)]);
  });
  return byLead;
}

function toEvent(row: BinaryRow, { needs, typeOf, assetOf }: EventReading): ScoringEvent {
  return {
    id: "",
    type: typeOf.get(row.int4(1)) ?? "",
    at: row.instant(2),
    day: row.day(3),
    asset: needs.assets && !row.isNull(4) ? (assetOf.get(row.int8(4)) ?? null) : null,
    properties: needs.properties && !row.isNull(5) ? JSON.parse(row.json(5)) : null,
  };
}
