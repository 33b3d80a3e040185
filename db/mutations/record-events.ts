import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { lockLeads } from "#db/locks.ts";
import { executePrepared } from "#db/prepared.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import { eventIdAtSource, eventIdOfContent, nthEventId } from "#lib/events/identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { nameAssets, nameEventTypes, nameSource } from "./name-event-parts.ts";
import { namePropertySets, type Said, saidKey, saidOf } from "./name-property-sets.ts";
import { scoreLeads } from "./score-leads.ts";
import { startClocks } from "./start-clocks.ts";
import { tellNewcomers } from "./tell-newcomers.ts";

export type IncomingEvent = {
  readonly leadId: number;
  /** The key of its type; one seen for the first time is made. */
  readonly type: string;
  /** When it happened, as its sender says (epoch milliseconds) and as the sender wrote it. */
  readonly claimed: number;
  readonly time: string;
  /** Its own id at the source; null when it has none and is known by what it says. */
  readonly externalId: string | null;
  readonly asset: string | null;
  readonly properties: Readonly<Record<string, FieldValue>> | null;
};

export type RecordEvents = {
  readonly source: string;
  /** Of at most 1,000 leads. */
  readonly events: readonly IncomingEvent[];
  /** Arrival. */
  readonly at: Date;
};

export type RecordedEvents = {
  readonly recorded: number;
  /** Those that were there already: nothing changed. */
  readonly known: number;
  /** By their place in the input. */
  readonly refused: readonly {
    readonly index: number;
    readonly reason: "unknown_lead" | "too_far_ahead" | "before_2000";
  }[];
};

/**
 * Stores events, scores their leads anew and starts the clocks they call for, in one transaction. The same event sent again, in this
 * call or another, changes nothing; an event that is refused keeps no other from being stored.
 */
export async function recordEvents(input: RecordEvents, executor: Executor = db): Promise<RecordedEvents> {
  return executor.transaction(async (tx) => {
    const leadIds = input.events.map(({ leadId }) => leadId);
    // Sent together; the server answers one after the other, so the leads are read behind their locks.
    const [, known, organisation] = await Promise.all([
      lockLeads(leadIds, tx),
      findLeads(leadIds, tx),
      findOrganisation(tx),
    ]);
    if (!organisation) throw new Error("There is no organisation yet.");
    const { accepted, refused } = settle(input, known);
    const stored = await store({ ...input, accepted, timeZone: organisation.timeZone }, tx);
    const changed = [...new Set(stored.map(({ leadId }) => leadId))];
    const { generation, qualified } = await scoreLeads({ leadIds: changed, at: input.at, cause: "event" }, tx);
    if (generation) {
      const arrival = { events: stored, at: input.at, generation };
      const clocked = await startClocks(arrival, tx);
      await tellNewcomers({ ...arrival, leadIds: [...new Set([...qualified, ...clocked])] }, tx);
    }
    return { recorded: stored.length, known: accepted.length - stored.length, refused };
  });
}

type Accepted = IncomingEvent & {
  readonly id: string;
  readonly occurredAt: number;
  readonly claimedAt: number | null;
};

function settle({ source, events, at }: RecordEvents, known: ReadonlySet<number>) {
  const occurrences = new Map<string, number>();
  const accepted: Accepted[] = [];
  const refused: RecordedEvents["refused"][number][] = [];
  events.forEach((event, index) => {
    const time = settleClaimedTime({ claimed: event.claimed, arrived: at.getTime() });
    if (!known.has(event.leadId)) refused.push({ index, reason: "unknown_lead" });
    else if (!time.ok) refused.push({ index, reason: time.reason });
    else accepted.push({ ...event, ...time, id: identify(event) });
  });
  return { accepted, refused };

  function identify(event: IncomingEvent): string {
    if (event.externalId !== null) return eventIdAtSource({ source, id: event.externalId });
    const first = eventIdOfContent(event);
    const key = `${event.leadId} ${first}`;
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    return nthEventId(first, occurrence);
  }
}

async function findLeads(leadIds: readonly number[], executor: Executor): Promise<Set<number>> {
  const rows = await executePrepared<{ id: string }>(
    sql`select id from leads where id = any(${idArray([...new Set(leadIds)])})`,
    executor,
  );
  return new Set(rows.map(({ id }) => Number(id)));
}

type Storing = {
  readonly source: string;
  readonly accepted: readonly Accepted[];
  readonly at: Date;
  readonly timeZone: string;
};

/** Stores what is new, and gives it in the order in which it came. */
async function store({ source, accepted, at, timeZone }: Storing, executor: Executor) {
  if (accepted.length === 0) return [];
  const [sourceId, typeIds, assetIds] = await Promise.all([
    nameSource({ key: source, at }, executor),
    nameEventTypes({ keys: accepted.map(({ type }) => type), at }, executor),
    nameAssets(
      accepted.flatMap(({ asset }) => (asset === null ? [] : [asset])),
      executor,
    ),
  ]);
  const said = accepted.map((event) => saidOf(idOf(event.type, typeIds), event.properties));
  const sets = await namePropertySets(
    said.filter((each) => each !== null),
    executor,
  );
  const rows = accepted.map((event, place) => ({
    lead_id: event.leadId,
    id: event.id,
    type_id: idOf(event.type, typeIds),
    asset_id: event.asset === null ? null : idOf(event.asset, assetIds),
    occurred_at: new Date(event.occurredAt),
    day: formatEpochDay(localDay(event.occurredAt, timeZone)),
    claimed_at: event.claimedAt === null ? null : new Date(event.claimedAt),
    properties: event.properties,
    property_set_id: setOf(said[place] ?? null, sets),
  }));
  const stored = await executePrepared<{ lead_id: string; id: string }>(
    sql`
      insert into events (lead_id, id, type_id, asset_id, source_id, occurred_at, day, received_at, claimed_at, properties,
        property_set_id)
      select lead_id, id, type_id, asset_id, ${sourceId}::int, occurred_at, day, ${at.toISOString()}::timestamptz, claimed_at, properties,
        property_set_id
      from json_to_recordset(${JSON.stringify(rows)}::json) as arrived (
        lead_id bigint, id uuid, type_id int, asset_id bigint, occurred_at timestamptz, day date, claimed_at timestamptz, properties jsonb,
        property_set_id int)
      on conflict do nothing
      returning lead_id, id`,
    executor,
  );
  const isNew = new Set(stored.map((row) => `${row.lead_id} ${row.id}`));
  return accepted.flatMap(({ leadId, id, type, occurredAt, properties }) =>
    isNew.delete(`${leadId} ${id}`) ? [{ leadId, id, type, at: occurredAt, properties }] : [],
  );
}

function idOf(name: string, ids: ReadonlyMap<string, number>): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`${name} was not stored.`);
  return id;
}

function setOf(said: Said | null, sets: ReadonlyMap<string, number>): number | null {
  return said && (sets.get(saidKey(said)) ?? null);
}
