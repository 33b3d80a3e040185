import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import type { EventNeeds } from "#lib/model/event-needs.ts";
import type { ScoringEvent } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";

export type EventsToScore = {
  readonly leadIds: readonly number[];
  readonly needs: EventNeeds;
  readonly timeZone: string;
};

/** Of an event in a lead's parcel: type (int4), asset (int8, 0 for none), microseconds since 2000 (int8). */
const BYTES_AN_EVENT = 20;
const EPOCH_2000_MS = 946_684_800_000;
const TWO_32 = 4_294_967_296;

/**
 * Events of a few leads for totals only, by lead: they carry no id of their own, and what no criterion
 * asks for is left out. The server packs a lead's events into one value: a row for each would take the
 * driver longer than all else that scoring takes.
 */
export async function readEventsToScore(
  { leadIds, needs, timeZone }: EventsToScore,
  executor: Executor,
): Promise<Map<number, ScoringEvent[]>> {
  const [parcels, typeOf, homonyms] = await Promise.all([
    readParcels(leadIds, needs, executor),
    readTypes(executor),
    needs.assets ? readHomonyms(executor) : new Map<number, string>(),
  ]);
  return new Map(parcels.map((parcel) => [Number(parcel.lead_id), unpack(parcel)] as const));

  function unpack({ events, properties }: Parcel): ScoringEvent[] {
    const values: ScoringEvent["properties"][] = properties === null ? [] : JSON.parse(`[${properties}]`);
    return Array.from({ length: events.length / BYTES_AN_EVENT }, (_, n) => {
      const from = n * BYTES_AN_EVENT;
      const at = Math.floor(int8(events, from + 12) / 1000) + EPOCH_2000_MS;
      const assetId = needs.assets ? int8(events, from + 4) : 0;
      return {
        id: "",
        type: typeOf.get(events.readInt32BE(from)) ?? "",
        at,
        day: localDay(at, timeZone),
        asset: assetId === 0 ? null : nameOf(assetId),
        properties: values[n] ?? null,
      };
    });
  }

  /** A score asks whether two assets are the same, and whether one is called as a type of events is. */
  function nameOf(assetId: number): string {
    return homonyms.get(assetId) ?? `\0${assetId}`;
  }
}

type Parcel = { lead_id: string; events: Buffer; properties: string | null };

function readParcels(leadIds: readonly number[], { types, properties }: EventNeeds, executor: Executor) {
  return executePrepared<Parcel>(
    sql`
      select lead_id,
        string_agg(int4send(type_id) || int8send(coalesce(asset_id, 0)) || timestamptz_send(occurred_at), ''::bytea) as events,
        ${properties ? sql`string_agg(coalesce(properties::text, 'null'), ',')` : sql`null`} as properties
      from events
      where lead_id = any(${idArray(leadIds)})
        ${types === null ? sql`` : sql`and type_id = any(array(select id from event_types where key = any(${sql.param(types)}::text[])))`}
      group by lead_id`,
    executor,
  );
}

async function readTypes(executor: Executor): Promise<Map<number, string>> {
  const rows = await executePrepared<{ id: number; key: string }>(sql`select id, key from event_types`, executor);
  return new Map(rows.map(({ id, key }) => [id, key] as const));
}

/** Assets whose name is the key of a type: an event without an asset has that of its type. */
async function readHomonyms(executor: Executor): Promise<Map<number, string>> {
  const rows = await executePrepared<{ id: string; name: string }>(
    sql`select assets.id, assets.name from event_types join assets on assets.name = event_types.key`,
    executor,
  );
  return new Map(rows.map(({ id, name }) => [Number(id), name] as const));
}

function int8(buffer: Buffer, at: number): number {
  return buffer.readInt32BE(at) * TWO_32 + buffer.readUInt32BE(at + 4);
}
