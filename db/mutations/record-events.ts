import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { lockLeads } from "#db/locks.ts";
import { executePrepared } from "#db/prepared.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import { eventIdAtSource, eventIdOfContent, nthEventId } from "#lib/events/identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { settleArrival } from "./settle-arrival.ts";
import { type SettledEvent, storeEvents } from "./store-events.ts";

export type IncomingEvent = {
  readonly leadId: number;
  /** The name it is stored under, mostly the key of its type; one seen for the first time is made. */
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
  /** Whether the names are a tracker's own rather than types: see `rawEventOf`. */
  readonly areRaw?: boolean;
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
    const { source, areRaw = false, at } = input;
    const stored = await storeEvents({ source, events: accepted, at, timeZone: organisation.timeZone, areRaw }, tx);
    await settleArrival({ events: stored, at }, tx);
    return { recorded: stored.length, known: accepted.length - stored.length, refused };
  });
}

function settle({ source, events, at }: RecordEvents, known: ReadonlySet<number>) {
  const occurrences = new Map<string, number>();
  const accepted: SettledEvent[] = [];
  const refused: RecordedEvents["refused"][number][] = [];
  events.forEach((event, index) => {
    const time = settleClaimedTime({ claimed: event.claimed, arrived: at.getTime() });
    if (!known.has(event.leadId)) refused.push({ index, reason: "unknown_lead" });
    else if (!time.ok) refused.push({ index, reason: time.reason });
    else {
      const { leadId, type: name, asset, properties } = event;
      const { occurredAt, claimedAt } = time;
      accepted.push({ leadId, id: identify(event), name, asset, properties, occurredAt, claimedAt });
    }
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
