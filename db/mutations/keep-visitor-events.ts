import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { type Holder, keyOf } from "#lib/ingest/known.ts";
import { MOST_KEPT_A_VISITOR } from "#lib/ingest/limits.ts";
import type { TrackedEvent } from "#lib/ingest/settle-events.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";

/** An event of somebody of whom nobody said yet who it is. */
export type KeptEvent = TrackedEvent & { readonly holder: Holder };

/** Keeps events until somebody says whose they are. Gives the places of those that are too many of one visitor. */
export async function keepVisitorEvents(
  { events, at }: { readonly events: readonly KeptEvent[]; readonly at: Date },
  executor: Executor,
): Promise<number[]> {
  if (events.length === 0) return [];
  const held = await countHeld(events, executor);
  const surplus: number[] = [];
  const rows = events.flatMap(({ holder, id, name, asset, occurredAt, claimedAt, properties, isBelieved }, place) => {
    const count = (held.get(keyOf(holder)) ?? 0) + 1;
    held.set(keyOf(holder), count);
    if (count > MOST_KEPT_A_VISITOR) {
      surplus.push(place);
      return [];
    }
    return {
      ...holder,
      event_id: id,
      name,
      asset,
      occurred_at: new Date(occurredAt),
      claimed_at: claimedAt === null ? null : new Date(claimedAt),
      properties,
      is_believed: isBelieved,
    };
  });
  await executePrepared(
    sql`
      insert into visitor_events (kind, id, event_id, name, asset, occurred_at, received_at, claimed_at, properties, is_believed)
      select kind, id, event_id, name, asset, occurred_at, ${at.toISOString()}::timestamptz, claimed_at, properties, is_believed
      from json_to_recordset(${JSON.stringify(rows)}::json) as kept (
        kind text, id text, event_id uuid, name text, asset text, occurred_at timestamptz, claimed_at timestamptz,
        properties jsonb, is_believed boolean)
      on conflict do nothing`,
    executor,
  );
  return surplus;
}

async function countHeld(events: readonly KeptEvent[], executor: Executor): Promise<Map<string, number>> {
  const holders = [...new Map(events.map(({ holder }) => [keyOf(holder), holder] as const)).values()];
  const rows = await executePrepared<Holder & { count: number }>(
    sql`
      select kind, id, count(*)::int as count
      from unnest(${sql.param(holders.map(({ kind }) => kind))}::text[], ${sql.param(holders.map(({ id }) => id))}::text[])
        as asked (kind, id)
      join visitor_events using (kind, id)
      group by kind, id`,
    executor,
  );
  return new Map(rows.map((row) => [keyOf(row), row.count] as const));
}

type Row = {
  readonly leadId: string;
  readonly id: string;
  readonly name: string;
  readonly asset: string | null;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly claimedAt: string | null;
  readonly properties: Record<string, FieldValue> | null;
  readonly isBelieved: boolean;
};

export type JoinedEvent = TrackedEvent & { readonly leadId: number; readonly receivedAt: Date };

/** Says whose visitors are, and takes out what was kept of them: to be stored with their leads. */
export async function joinVisitors(
  {
    joined,
    at,
  }: { readonly joined: readonly { readonly holder: Holder; readonly leadId: number }[]; readonly at: Date },
  executor: Executor,
): Promise<JoinedEvent[]> {
  if (joined.length === 0) return [];
  const said = JSON.stringify(joined.map(({ holder, leadId }) => ({ ...holder, lead_id: leadId })));
  await executePrepared(
    sql`
      insert into visitors (anonymous_id, lead_id, joined_at)
      select id, lead_id, ${at.toISOString()}::timestamptz
      from json_to_recordset(${said}::json) as joined (kind text, id text, lead_id bigint)
      where kind = 'anonymous' order by id
      on conflict (anonymous_id) do update set lead_id = excluded.lead_id, joined_at = excluded.joined_at`,
    executor,
  );
  const rows = await executePrepared<Row>(
    sql`
      delete from visitor_events kept using json_to_recordset(${said}::json) as joined (kind text, id text, lead_id bigint)
      where kept.kind = joined.kind and kept.id = joined.id
      returning lead_id as "leadId", event_id as id, name, asset, occurred_at as "occurredAt", received_at as "receivedAt",
        claimed_at as "claimedAt", properties, is_believed as "isBelieved"`,
    executor,
  );
  return rows.map(({ leadId, occurredAt, receivedAt, claimedAt, ...row }) => ({
    ...row,
    leadId: Number(leadId),
    occurredAt: Date.parse(occurredAt),
    receivedAt: new Date(receivedAt),
    claimedAt: claimedAt === null ? null : Date.parse(claimedAt),
  }));
}
