import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { nameAssets, nameEventTypes, nameSource } from "./name-event-parts.ts";
import { namePropertySets, type Said, saidKey, saidOf } from "./name-property-sets.ts";

/** An event whose id and times are settled. Instants are epoch milliseconds. */
export type SettledEvent = {
  readonly leadId: number;
  readonly id: string;
  /** The name under which it is stored. */
  readonly name: string;
  readonly asset: string | null;
  readonly occurredAt: number;
  readonly claimedAt: number | null;
  readonly properties: Readonly<Record<string, FieldValue>> | null;
  /** When it arrived before it was the lead's; absent: now, and it was from the start. */
  readonly receivedAt?: Date;
};

export type StoreEvents<Event extends SettledEvent> = {
  readonly source: string;
  readonly events: readonly Event[];
  /** Arrival. */
  readonly at: Date;
  readonly timeZone: string;
  /** Whether the names are a tracker's own rather than types: see `rawEventOf`. */
  readonly areRaw: boolean;
};

/** Stores what is new, and gives it in the order in which it came. The caller holds the leads' locks. */
export async function storeEvents<Event extends SettledEvent>(
  { source, events, at, timeZone, areRaw }: StoreEvents<Event>,
  executor: Executor,
): Promise<Event[]> {
  if (events.length === 0) return [];
  const [sourceId, typeIds, assetIds] = await Promise.all([
    nameSource({ key: source, at }, executor),
    nameEventTypes({ keys: events.map(({ name }) => name), at, areRaw }, executor),
    nameAssets(
      events.flatMap(({ asset }) => (asset === null ? [] : [asset])),
      executor,
    ),
  ]);
  const said = events.map((event) => saidOf(idOf(event.name, typeIds), event.properties));
  const sets = await namePropertySets(
    said.filter((each) => each !== null),
    executor,
  );
  const rows = events.map((event, place) => ({
    lead_id: event.leadId,
    id: event.id,
    type_id: idOf(event.name, typeIds),
    asset_id: event.asset === null ? null : idOf(event.asset, assetIds),
    occurred_at: new Date(event.occurredAt),
    day: formatEpochDay(localDay(event.occurredAt, timeZone)),
    received_at: event.receivedAt ?? at,
    claimed_at: event.claimedAt === null ? null : new Date(event.claimedAt),
    joined_at: event.receivedAt === undefined ? null : at,
    properties: event.properties,
    property_set_id: setOf(said[place] ?? null, sets),
  }));
  const stored = await executePrepared<{ lead_id: string; id: string }>(
    sql`
      insert into events (lead_id, id, type_id, asset_id, source_id, occurred_at, day, received_at, claimed_at, joined_at,
        properties, property_set_id)
      select lead_id, id, type_id, asset_id, ${sourceId}::int, occurred_at, day, received_at, claimed_at, joined_at,
        properties, property_set_id
      from json_to_recordset(${JSON.stringify(rows)}::json) as arrived (
        lead_id bigint, id uuid, type_id int, asset_id bigint, occurred_at timestamptz, day date, received_at timestamptz,
        claimed_at timestamptz, joined_at timestamptz, properties jsonb, property_set_id int)
      on conflict do nothing
      returning lead_id, id`,
    executor,
  );
  const isNew = new Set(stored.map((row) => `${row.lead_id} ${row.id}`));
  return events.filter(({ leadId, id }) => isNew.delete(`${leadId} ${id}`));
}

function idOf(name: string, ids: ReadonlyMap<string, number>): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`${name} was not stored.`);
  return id;
}

function setOf(said: Said | null, sets: ReadonlyMap<string, number>): number | null {
  return said && (sets.get(saidKey(said)) ?? null);
}
