import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db/client.ts";
import { type IncomingEvent, recordEvents } from "#db/mutations/record-events.ts";
import type { Random } from "#db/seed/random.ts";

export type EventLoad = {
  /** Leads by id, from 1 to this. */
  readonly leads: number;
  readonly types: readonly string[];
  readonly perSecond: number;
  readonly now: () => Date;
  readonly random: Random;
  /** In front of the ids that the events have at their source. */
  readonly prefix?: string;
  /** Called with the ids of events that are stored for certain. */
  readonly onStored?: (externalIds: readonly string[]) => void;
  /** Goes on after a failure; without it the first one ends the load. */
  readonly onFailure?: (error: unknown) => void;
};

const EVERY_MS = 50;
const MOST_UNDER_WAY = 8;
const HOUR_MS = 3_600_000;

/**
 * Sends events at a steady rate, as websites do, until it is stopped; less when the machine cannot
 * follow. `stop` waits for those under way and gives how many were recorded.
 */
export function sendEvents(load: EventLoad, db: Database): { readonly stop: () => Promise<number> } {
  let isOver = false;
  let recorded = 0;
  let sent = 0;
  const sending = send();
  return {
    stop: async () => {
      isOver = true;
      await sending;
      return recorded;
    },
  };

  async function send(): Promise<void> {
    const underWay = new Set<Promise<void>>();
    while (!isOver) {
      const batch = load.onFailure ? record().catch(load.onFailure) : record();
      underWay.add(batch);
      void batch.finally(() => underWay.delete(batch)).catch(() => {});
      await (underWay.size < MOST_UNDER_WAY ? sleep(EVERY_MS) : Promise.race(underWay));
    }
    await Promise.all(underWay);
  }

  async function record(): Promise<void> {
    const at = load.now();
    const events = Array.from({ length: Math.round((load.perSecond * EVERY_MS) / 1000) }, () => arriving(at));
    const result = await recordEvents({ source: "website", events, at }, db);
    if (result.refused.length > 0) throw new Error("An event was refused.");
    recorded += result.recorded;
    load.onStored?.(events.map(({ externalId }) => externalId));
  }

  function arriving(at: Date): IncomingEvent & { readonly externalId: string } {
    const claimed = at.getTime() - load.random.int(0, 24 * 20) * HOUR_MS;
    return {
      leadId: load.random.int(1, load.leads),
      type: load.random.pick(load.types),
      claimed,
      time: new Date(claimed).toISOString(),
      externalId: `${load.prefix ?? ""}${++sent}`,
      asset: load.random.chance(0.5) ? null : `/page/${load.random.int(1, 30)}`,
      properties: { seconds: load.random.int(0, 300), minutes: load.random.int(0, 5) },
    };
  }
}
