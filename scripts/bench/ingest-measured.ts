import { sql } from "drizzle-orm";
import { client, db, store } from "#db/client.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { makeApiKey } from "#db/mutations/make-api-key.ts";
import { verifyScores } from "#db/mutations/verify-scores.ts";
import { now } from "#lib/clock.ts";
import { TRACKER_SOURCE } from "#lib/ingest/known.ts";
import { externalKind } from "#lib/leads/identity.ts";
import { localDay } from "#lib/time/local-day.ts";
import { startBenchWeb, startBenchWorker } from "./bench-web.ts";
import { DATASET_ZONE, writeDataset } from "./dataset.ts";
import { arrivingBatches } from "./events-arriving.ts";
import { insertPlainly } from "./events-plain.ts";
import { sendBatches } from "./ingest-sender.ts";

const EARLIER_EVENTS_A_LEAD = 20;
const BATCH = 100;
const SKEW = 3;
const WARM_UP_SECONDS = 5;
const RAW_WRITERS = 4;
const PERCENTILE = 0.95;
const ADMIN = 1;

type Plan = { readonly leads: number; readonly seconds: number; readonly rate: number };
type BenchDatabase = { readonly url: string; readonly folder: string };

/**
 * Sends at the planned times whether or not earlier batches were answered. A batch that is answered is stored and its
 * leads are scored, so the time from its planned sending to its answer is that to the stored score. Next to it a plain
 * INSERT of the same rows in the same batches: `rawInsertShare` is the part of the measured time that it alone takes.
 */
export async function measureIngest({ leads, seconds, rate }: Plan, database: BenchDatabase) {
  try {
    const until = now();
    await writeDataset({ leads, events: leads * EARLIER_EVENTS_A_LEAD, until }, database.url);
    await db.execute(sql`
      insert into lead_identities (kind, value, lead_id) select ${externalKind(TRACKER_SOURCE)}, 'u' || id, id from leads`);
    await buildGeneration({ cause: "publish", day: localDay(until.getTime(), DATASET_ZONE), now }, store);
    const key = await makeApiKey({
      key: { kind: "server", name: "Benchmark", scopes: ["ingest"] },
      actorId: ADMIN,
      at: until,
    });
    const web = await startBenchWeb(database);
    const stopWorker = await startBenchWorker(database);
    const arriving = { leads, batch: BATCH, until, skew: SKEW };
    const measured = { ...arriving, count: seconds * rate, seed: 8 };
    const to = { address: web.address, secret: key.secret, perSecond: rate / BATCH };
    await sendBatches({ ...to, batches: arrivingBatches({ ...arriving, count: WARM_UP_SECONDS * rate, seed: 7 }) });
    const before = await countStored();
    const sent = await sendBatches({ ...to, batches: arrivingBatches(measured) });
    const stored = (await countStored()) - before;
    await web.stop();
    await stopWorker();
    const verified = await verifyScores({ now }, store);
    const rawSeconds = await insertPlainly({ ...measured, writers: RAW_WRITERS }, database.url);
    const waits = sent.milliseconds.toSorted((a, b) => a - b);
    return {
      leads,
      seconds: Number(sent.seconds.toFixed(1)),
      eventsPerSecond: Math.round(sent.acknowledged / sent.seconds),
      scoredP95Ms: Math.round(waits[Math.floor(waits.length * PERCENTILE)] ?? 0),
      scoredMaxMs: Math.round(waits.at(-1) ?? 0),
      errors: sent.errors,
      turnedAway: sent.turnedAway,
      acknowledged: sent.acknowledged,
      stored,
      differences: verified && verified.differences + verified.missing + verified.surplus,
      rawInsertEventsPerSecond: Math.round(measured.count / rawSeconds),
      rawInsertShare: Number((rawSeconds / sent.seconds).toFixed(3)),
    };
  } finally {
    await client.end();
  }
}

async function countStored(): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from events where source_id = (select id from sources where key = ${TRACKER_SOURCE})`);
  return row?.n ?? 0;
}
