import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { findNamingInForce } from "#db/queries/naming.ts";
import { assets, events, eventTypes, sources } from "#db/schema/index.ts";
import { openNamer } from "#lib/naming/namer.ts";

/** The event before the first: its lead, and its id within that. */
export type EventPlace = { readonly leadId: number; readonly id: string };

type EventsQuery = { readonly after: EventPlace | null; readonly leadId?: number | undefined; readonly limit: number };

export type ReadEvent = Awaited<ReturnType<typeof select>>[number];

/** Events by lead and by id, behind a given one: as they are stored, so that no list of any length has to be sorted. */
export function listReadEvents({ after, leadId, limit }: EventsQuery, executor: Executor = db): Promise<ReadEvent[]> {
  const isBehind = after && sql`(${events.leadId}, ${events.id}) > (${after.leadId}, ${after.id}::uuid)`;
  const ofLead = leadId === undefined ? undefined : eq(events.leadId, leadId);
  return select(and(isBehind ?? undefined, ofLead), limit, executor);
}

/** null: there is none. */
export async function findReadEvent({ leadId, id }: EventPlace, executor: Executor = db): Promise<ReadEvent | null> {
  const [event] = await select(and(eq(events.leadId, leadId), eq(events.id, id)), 1, executor);
  return event ?? null;
}

/** With the type as which each counts, whatever name it came under. */
async function select(where: SQL | undefined, limit: number, executor: Executor) {
  const rows = await executor
    .select({
      id: events.id,
      leadId: events.leadId,
      name: eventTypes.key,
      asset: assets.name,
      source: sources.key,
      occurredAt: events.occurredAt,
      receivedAt: events.receivedAt,
      joinedAt: events.joinedAt,
      properties: events.properties,
    })
    .from(events)
    .innerJoin(eventTypes, eq(eventTypes.id, events.typeId))
    .innerJoin(sources, eq(sources.id, events.sourceId))
    .leftJoin(assets, eq(assets.id, events.assetId))
    .where(where)
    .orderBy(asc(events.leadId), asc(events.id))
    .limit(limit);
  const { typeOf } = openNamer(await findNamingInForce(executor));
  return rows.map(({ name, ...row }) => ({ ...row, type: typeOf({ name, asset: row.asset }) }));
}
