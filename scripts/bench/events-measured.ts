import { client, store } from "#db/client.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { type IncomingEvent, recordEvents } from "#db/mutations/record-events.ts";
import { localDay } from "#lib/time/local-day.ts";
import { DATASET_ZONE, writeDataset } from "./dataset.ts";
import { arrivingBatches } from "./events-arriving.ts";
import { insertPlainly } from "./events-plain.ts";

const EARLIER_EVENTS_A_LEAD = 30;
const BATCH = 100;
const WRITERS = 4;
/** What is made, planned and compiled once is not what is measured. */
const WARM_UP = 40 * BATCH;
const UNTIL = new Date("2026-03-10T08:00:00Z");

/**
 * Batches of 100 events over all leads, each stored and its leads scored anew in one transaction, by
 * four writers of one process; next to them a plain INSERT of the same rows in the same batches.
 */
export async function measureEvents(
  { leads, events }: { readonly leads: number; readonly events: number },
  url: string,
): Promise<Record<string, number>> {
  try {
    await writeDataset({ leads, events: leads * EARLIER_EVENTS_A_LEAD, until: UNTIL }, url);
    const day = localDay(UNTIL.getTime(), DATASET_ZONE);
    await buildGeneration({ cause: "publish", day, now: () => UNTIL }, store);
    const warmUp = { leads, count: WARM_UP, batch: BATCH, until: UNTIL, seed: 7 };
    const measured = { ...warmUp, count: events, seed: 8 };
    await recordAll(arrivingBatches(warmUp));
    const before = process.cpuUsage();
    const seconds = await recordAll(arrivingBatches(measured));
    const { user, system } = process.cpuUsage(before);
    const plainSeconds = await insertPlainly({ ...measured, writers: WRITERS }, url);
    return {
      leads,
      events,
      eventsPerSecond: Math.round(events / seconds),
      plainInsertEventsPerSecond: Math.round(events / plainSeconds),
      ratio: Number((seconds / plainSeconds).toFixed(2)),
      /** Of one processor, by the program itself. */
      processorShare: Number(((user + system) / 1e6 / seconds).toFixed(2)),
    };
  } finally {
    await client.end();
  }
}

/** Gives the seconds that it took. */
async function recordAll(batches: Iterator<IncomingEvent[]>): Promise<number> {
  const from = performance.now();
  const writers = Array.from({ length: WRITERS }, async () => {
    for (let next = batches.next(); !next.done; next = batches.next())
      await recordEvents({ source: "bench", events: next.value, at: UNTIL }, store.db);
  });
  await Promise.all(writers);
  return (performance.now() - from) / 1000;
}
