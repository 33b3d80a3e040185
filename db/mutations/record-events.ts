import { db, type Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { lockLeads } from "#db/locks.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { events, leads } from "#db/schema/index.ts";
import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import { eventIdAtSource, eventIdOfContent, nthEventId } from "#lib/events/identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";
import { nameAssets, nameEventTypes, nameSource } from "./name-event-parts.ts";
import { scoreLeads } from "./score-leads.ts";

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
 * Stores events and scores their leads anew, in one transaction. The same event sent again, in this
 * call or another, changes nothing; an event that is refused keeps no other from being stored.
 */
export async function recordEvents(input: RecordEvents, executor: Executor = db): Promise<RecordedEvents> {
  return executor.transaction(async (tx) => {
    await lockLeads(
      input.events.map(({ leadId }) => leadId),
      tx,
    );
    const { accepted, refused } = await settle(input, tx);
    const stored = await store(input, accepted, tx);
    const leadIds = [...new Set(stored)];
    await scoreLeads({ leadIds, at: input.at, cause: "event" }, tx);
    return { recorded: stored.length, known: accepted.length - stored.length, refused };
  });
}

type Accepted = IncomingEvent & {
  readonly id: string;
  readonly occurredAt: number;
  readonly claimedAt: number | null;
};

async function settle({ source, events: incoming, at }: RecordEvents, executor: Executor) {
  const known = await findLeads(incoming, executor);
  const occurrences = new Map<string, number>();
  const accepted: Accepted[] = [];
  const refused: RecordedEvents["refused"][number][] = [];
  incoming.forEach((event, index) => {
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

async function findLeads(incoming: readonly IncomingEvent[], executor: Executor): Promise<Set<number>> {
  const leadIds = [...new Set(incoming.map(({ leadId }) => leadId))];
  const rows = await executor.select({ id: leads.id }).from(leads).where(inSlice(leads.id, { leadIds }));
  return new Set(rows.map(({ id }) => id));
}

/** Stores what is new; gives the lead of each event stored. */
async function store(
  { source, at }: RecordEvents,
  accepted: readonly Accepted[],
  executor: Executor,
): Promise<number[]> {
  if (accepted.length === 0) return [];
  const organisation = await findOrganisation(executor);
  if (!organisation) throw new Error("There is no organisation yet.");
  const sourceId = await nameSource({ key: source, at }, executor);
  const typeIds = await nameEventTypes({ keys: accepted.map(({ type }) => type), at }, executor);
  const assetIds = await nameAssets(
    accepted.flatMap(({ asset }) => (asset === null ? [] : [asset])),
    executor,
  );
  const rows = accepted.map((event) => ({
    leadId: event.leadId,
    id: event.id,
    typeId: idOf(event.type, typeIds),
    assetId: event.asset === null ? null : idOf(event.asset, assetIds),
    sourceId,
    occurredAt: new Date(event.occurredAt),
    day: localDay(event.occurredAt, organisation.timeZone),
    receivedAt: at,
    claimedAt: event.claimedAt === null ? null : new Date(event.claimedAt),
    properties: event.properties,
  }));
  const stored = await executor.insert(events).values(rows).onConflictDoNothing().returning({ leadId: events.leadId });
  return stored.map(({ leadId }) => leadId);
}

function idOf(name: string, ids: ReadonlyMap<string, number>): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`${name} was not stored.`);
  return id;
}
