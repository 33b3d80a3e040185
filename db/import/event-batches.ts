import { nameAssets, nameEventTypes, nameSource } from "#db/mutations/name-event-parts.ts";
import { namePropertySets, type Said, saidKey, saidOf } from "#db/mutations/name-property-sets.ts";
import { nthEventId } from "#lib/events/identity.ts";
import type { EventRow, EventsRow } from "#lib/import/row.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { countOccurrences } from "./occurrences.ts";
import type { ImportSession } from "./session.ts";
import { storeEvents } from "./store-events.ts";
import { UnknownLeads } from "./unknown-leads.ts";
import type { Written } from "./written.ts";

/** Names remembered from batch to batch. */
const REMEMBERED = 50_000;

/** Takes rows of an events file, batch by batch, each in the transaction under way. */
export class EventBatches {
  readonly #session: ImportSession;
  readonly #leads: UnknownLeads;
  readonly #types = new Map<string, number>();
  readonly #assets = new Map<string, number>();
  /** By what was said. */
  readonly #sets = new Map<string, number>();
  #sourceId: number | null = null;

  constructor(session: ImportSession, { mayCreate }: { readonly mayCreate: boolean }) {
    this.#session = session;
    this.#leads = new UnknownLeads(session, mayCreate);
  }

  async write(rows: readonly EventsRow[]): Promise<Written> {
    const named = rows.map(({ identities, events }) => ({
      identities,
      since: events.length === 0 ? null : Math.min(...events.map(({ occurredAt }) => occurredAt)),
    }));
    const { leadIds, created } = await this.#leads.find(named);
    const unknown = leadIds.flatMap((leadId, at) => (leadId === null ? [at] : []));
    const events = rows.flatMap((row, at) => {
      const leadId = leadIds[at];
      return leadId == null ? [] : row.events.map((event) => ({ leadId, event }));
    });
    const stored = await this.#store(events);
    const empty = rows.filter((row, at) => leadIds[at] !== null && row.events.length === 0).length;
    return {
      counts: { created: stored, known: events.length - stored, leadsCreated: created, empty },
      unknown,
      actions: [],
    };
  }

  async #store(events: readonly { readonly leadId: number; readonly event: EventRow }[]): Promise<number> {
    if (events.length === 0) return 0;
    const { arrived, zones } = this.#session;
    await this.#learnNames(events.map(({ event }) => event));
    const occurrences = await countOccurrences(
      events.map(({ leadId, event }) => (event.isCounted ? { leadId, eventId: event.id } : null)),
      this.#session,
    );
    const sourceId = this.#sourceId;
    return storeEvents(
      events.map(({ leadId, event }, at) => [
        leadId,
        nthEventId(event.id, occurrences[at] ?? 1),
        this.#types.get(event.type) ?? null,
        event.asset === null ? null : (this.#assets.get(event.asset) ?? null),
        sourceId,
        new Date(event.occurredAt),
        formatEpochDay(localDay(event.occurredAt, zones.localZone)),
        arrived,
        event.claimedAt === null ? null : new Date(event.claimedAt),
        event.properties && { json: event.properties },
        this.#setOf(event),
      ]),
      this.#session,
    );
  }

  /** Names are stored apart from the batch: one that no event bears does no harm. */
  async #learnNames(events: readonly EventRow[]): Promise<void> {
    const { store, source, arrived, isDry } = this.#session;
    if (isDry) return;
    this.#sourceId ??= await nameSource({ key: source, at: arrived }, store.db);
    const types = [...new Set(events.map(({ type }) => type))].filter((type) => !this.#types.has(type));
    remember(this.#types, await nameEventTypes({ keys: types, at: arrived }, store.db));
    const named = events.flatMap(({ asset }) => asset ?? []);
    if (this.#assets.size > REMEMBERED) this.#assets.clear();
    const assets = [...new Set(named)].filter((asset) => !this.#assets.has(asset));
    remember(this.#assets, await nameAssets(assets, store.db));
    await this.#learnSets(events);
  }

  async #learnSets(events: readonly EventRow[]): Promise<void> {
    if (this.#sets.size > REMEMBERED) this.#sets.clear();
    const said = events.flatMap((event) => this.#saidOf(event) ?? []);
    const unknown = said.filter((each) => !this.#sets.has(saidKey(each)));
    remember(this.#sets, await namePropertySets(unknown, this.#session.store.db));
  }

  #saidOf({ type, properties }: EventRow): Said | null {
    const typeId = this.#types.get(type);
    return typeId === undefined ? null : saidOf(typeId, properties);
  }

  #setOf(event: EventRow): number | null {
    const said = this.#saidOf(event);
    return said && (this.#sets.get(saidKey(said)) ?? null);
  }
}

function remember(known: Map<string, number>, found: ReadonlyMap<string, number>): void {
  for (const [name, id] of found) known.set(name, id);
}
