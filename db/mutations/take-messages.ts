import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { lockLeads, lockNamed } from "#db/locks.ts";
import { executePrepared } from "#db/prepared.ts";
import { readNamed } from "#db/queries/named-by-trackers.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { leadIdentities } from "#db/schema/index.ts";
import { NothingKept } from "#db/try-again.ts";
import { type Known, namesIn, TRACKER_SOURCE } from "#lib/ingest/known.ts";
import { MESSAGES_AT_ONCE } from "#lib/ingest/limits.ts";
import { isEvent, type Message, type Parcel } from "#lib/ingest/message.ts";
import { type IdOf, type IngestPlan, type LeadRef, planMessages } from "#lib/ingest/plan.ts";
import { flaw, type RefusedMessage } from "#lib/ingest/reasons.ts";
import { settleEvents } from "#lib/ingest/settle-events.ts";
import { isTrusted } from "#lib/ingest/trust.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import { addTrackedLeads } from "./add-tracked-leads.ts";
import { confirmLeads } from "./confirm-leads.ts";
import { describeLeads } from "./describe-leads.ts";
import { joinVisitors, keepVisitorEvents } from "./keep-visitor-events.ts";
import { settleArrival } from "./settle-arrival.ts";
import { storeEvents } from "./store-events.ts";

export type TakeMessages = {
  readonly key: Pick<ApiKey, "kind" | "formEvents">;
  /** Of at most `MESSAGES_AT_ONCE` messages together, of which the key may add the events. */
  readonly parcels: readonly Parcel[];
};

/**
 * Takes messages of a tracker: makes and describes the leads and companies that they name, joins what was kept of
 * visitors, stores the events and scores their leads, in one transaction. Taken again, they change nothing. Gives
 * those that were not taken, by their place among all of them.
 */
export async function takeMessages(
  { key, parcels }: TakeMessages,
  executor: Executor = db,
): Promise<readonly RefusedMessage[]> {
  const messages = parcels.flatMap((parcel) => parcel.messages);
  if (messages.length > MESSAGES_AT_ONCE) throw new Error(`At most ${MESSAGES_AT_ONCE} messages at once.`);
  const at = new Date(Math.max(...parcels.map((parcel) => parcel.at.getTime())));
  return executor.transaction(async (tx) => {
    const organisation = await findOrganisation(tx);
    if (!organisation) throw new Error("There is no organisation yet.");
    const { known, plan } = await planUnderLocks({ key, messages }, tx);
    const made = await addTrackedLeads(
      { count: plan.made.length, at, timeZone: organisation.timeZone, areClaimed: !isTrusted(key) },
      tx,
    );
    const idOf = (leadRef: LeadRef) => (leadRef < 0 ? (made[-1 - leadRef] ?? 0) : leadRef);
    await lockLeads(leadsOf(plan, idOf), tx);
    await requireLeads(leadsOf(plan, idOf), tx);
    await nameLeads(plan, idOf, tx);
    const described = await describeLeads(
      { plan, onlyEmpty: !isTrusted(key), at, idOf, timeZone: organisation.timeZone },
      tx,
    );
    const joined = await joinVisitors(
      { joined: plan.joined.map(({ holder, leadRef }) => ({ holder, leadId: idOf(leadRef) })), at },
      tx,
    );
    const { own, kept } = settleEvents(plan.events, { key, parcels, idOf });
    const surplus = new Set(await keepVisitorEvents({ events: kept.map(({ event }) => event), at }, tx));
    const stored = await storeEvents(
      { source: TRACKER_SOURCE, events: [...joined, ...own], at, timeZone: organisation.timeZone, areRaw: true },
      tx,
    );
    const claimed = new Set([...(isTrusted(key) ? [] : made), ...known.claimed.keys()]);
    for (const leadRef of plan.confirmed) claimed.delete(leadRef);
    const events = stored.map((event) => ({ ...event, mayStartClock: event.isBelieved || !claimed.has(event.leadId) }));
    await settleArrival({ events, changed: [...made, ...described], at }, tx);
    const full = kept.flatMap(({ message }, place) =>
      surplus.has(place) ? [{ index: messages.indexOf(message), ...flaw("too_many_kept") }] : [],
    );
    return [...plan.refused, ...full];
  });
}

/** Who only adds to leads that are known needs nobody to wait. */
async function planUnderLocks(
  { key, messages }: Pick<TakeMessages, "key"> & { readonly messages: readonly Message[] },
  executor: Executor,
) {
  const make = (known: Known) => ({ known, plan: planMessages(messages, known, isTrusted(key)) });
  const first = make(await readNamed(messages, executor));
  const isPlain = messages.every(isEvent) && first.plan.events.every((event) => "leadRef" in event);
  if (isPlain) return first;
  const { identities, holders } = namesIn(messages);
  await lockNamed([...identities.map(({ value }) => value), ...holders.map(({ id }) => id)], executor);
  return make(await readNamed(messages, executor));
}

function leadsOf(plan: IngestPlan, idOf: IdOf): number[] {
  const refs = [
    ...plan.made,
    ...plan.identities.map(({ leadRef }) => leadRef),
    ...plan.joined.map(({ leadRef }) => leadRef),
    ...plan.told.map(({ leadRef }) => leadRef),
    ...plan.groups.flatMap(({ leadRef }) => leadRef ?? []),
    ...plan.events.flatMap((event) => ("leadRef" in event ? event.leadRef : [])),
  ];
  return [...new Set(refs.map(idOf))];
}

/** A lead that became part of another one since it was looked up is looked up again. */
async function requireLeads(leadIds: readonly number[], executor: Executor): Promise<void> {
  const rows = await executePrepared<{ id: string }>(
    sql`select id from leads where id = any(${idArray(leadIds)})`,
    executor,
  );
  if (rows.length < leadIds.length) throw new NothingKept(new Error("A lead is gone."));
}

/** A name that an import gave to another lead meanwhile is looked up again. */
async function nameLeads({ identities, confirmed }: IngestPlan, idOf: IdOf, executor: Executor): Promise<void> {
  await confirmLeads(confirmed.map(idOf), executor);
  if (identities.length === 0) return;
  const rows = identities.map(({ identity, leadRef }) => ({ ...identity, leadId: idOf(leadRef) }));
  rows.sort((a, b) => (a.kind + a.value < b.kind + b.value ? -1 : 1));
  const added = await executor
    .insert(leadIdentities)
    .values(rows)
    .onConflictDoNothing()
    .returning({ leadId: leadIdentities.leadId });
  if (added.length < rows.length) throw new NothingKept(new Error("A name is taken."));
}
