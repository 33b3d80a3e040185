import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import type { EventNeeds } from "#lib/model/event-needs.ts";
import { openNamer } from "#lib/naming/namer.ts";
import type { Naming } from "#lib/naming/naming.ts";
import type { ScoringEvent } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";

export type EventsToScore = {
  readonly leadIds: readonly number[];
  readonly needs: EventNeeds;
  /** As what they count. */
  readonly naming: Naming;
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
  { leadIds, needs, naming, timeZone }: EventsToScore,
  executor: Executor,
): Promise<Map<number, ScoringEvent[]>> {
  const namer = openNamer(naming);
  const names = needs.types && namer.namesOf(needs.types);
  const [parcels, nameById, homonyms] = await Promise.all([
    readParcels({ leadIds, names, properties: needs.properties }, executor),
    readNames(executor),
    needs.assets ? readHomonyms(executor) : new Map<number, string>(),
  ]);
  const assetNames = await readAssetNames(assetsToName(), executor);
  return new Map(parcels.map((parcel) => [Number(parcel.lead_id), unpack(parcel)] as const));

  /** Assets decide the type of these events only. */
  function assetsToName(): Set<number> {
    const assetIds = new Set<number>();
    if (namer.namesByAsset.length === 0) return assetIds;
    for (const { events } of parcels)
      for (let from = 0; from < events.length; from += BYTES_AN_EVENT)
        if (namer.namesByAsset.includes(nameById.get(events.readInt32BE(from)) ?? ""))
          assetIds.add(int8(events, from + 4));
    return assetIds;
  }

  function unpack({ events, properties }: Parcel): ScoringEvent[] {
    const values: ScoringEvent["properties"][] = properties === null ? [] : JSON.parse(`[${properties}]`);
    return Array.from({ length: events.length / BYTES_AN_EVENT }, (_, n) => {
      const from = n * BYTES_AN_EVENT;
      const at = Math.floor(int8(events, from + 12) / 1000) + EPOCH_2000_MS;
      const assetId = int8(events, from + 4);
      const name = nameById.get(events.readInt32BE(from)) ?? "";
      return {
        id: "",
        type: namer.typeOf({ name, asset: assetNames.get(assetId) ?? null }),
        at,
        day: localDay(at, timeZone),
        asset: assetId === 0 || !needs.assets ? null : nameOf(assetId),
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

type ParcelsQuery = {
  readonly leadIds: readonly number[];
  /** Under which events are stored; null: any. */
  readonly names: readonly string[] | null;
  readonly properties: boolean;
};

function readParcels({ leadIds, names, properties }: ParcelsQuery, executor: Executor) {
  return executePrepared<Parcel>(
    sql`
      select lead_id,
        string_agg(int4send(type_id) || int8send(coalesce(asset_id, 0)) || timestamptz_send(occurred_at), ''::bytea) as events,
        ${properties ? sql`string_agg(coalesce(properties::text, 'null'), ',')` : sql`null`} as properties
      from events
      where lead_id = any(${idArray(leadIds)})
        ${names === null ? sql`` : sql`and type_id = any(array(select id from event_types where key = any(${sql.param(names)}::text[])))`}
      group by lead_id`,
    executor,
  );
}

async function readNames(executor: Executor): Promise<Map<number, string>> {
  const rows = await executePrepared<{ id: number; key: string }>(sql`select id, key from event_types`, executor);
  return new Map(rows.map(({ id, key }) => [id, key] as const));
}

async function readAssetNames(assetIds: ReadonlySet<number>, executor: Executor): Promise<Map<number, string>> {
  if (assetIds.size === 0) return new Map();
  const rows = await executePrepared<{ id: string; name: string }>(
    sql`select id, name from assets where id = any(${idArray([...assetIds])})`,
    executor,
  );
  return new Map(rows.map(({ id, name }) => [Number(id), name] as const));
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
