import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asDatabase } from "#db/as-database.ts";
import type { Store } from "#db/client.ts";
import { type Connections, openConnections } from "#db/connections.ts";
import { type EmbeddedServer, startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { verifyScores } from "#db/mutations/verify-scores.ts";
import { createRandom } from "#db/seed/random.ts";
import { addTestKey } from "#db/test/test-key.ts";
import { eventIdAtSource } from "#lib/events/identity.ts";
import { TRACKER_SOURCE } from "#lib/ingest/known.ts";
import { externalKind } from "#lib/leads/identity.ts";
import { localDay } from "#lib/time/local-day.ts";
import { DATASET_ZONE, writeDataset } from "#scripts/bench/dataset.ts";
import { DATASET_EVENT_TYPES } from "#scripts/bench/dataset-events.ts";
import { choosePort } from "#scripts/run/port.ts";
import { type KeptProcess, keepProcess } from "#worker/test/kept-process.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const LEADS = IS_LONG ? 50_000 : 2_000;
const KILLS = IS_LONG ? 30 : 3;
const BATCH = 100;
const WRITERS = 8;
/** More than one process lets in at a time. */
const FLOOD = { batches: 40, size: 400 };
const VICTIMS = ["web", "postgres", "worker"] as const;

let folder: string;
let server: EmbeddedServer;
let connections: Connections;
let store: Store;
let web: KeptProcess;
let worker: KeptProcess;
let address: string;
let secret: string;
const now = () => new Date();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "voorrang-loss-"));
  server = await startEmbedded(folder);
  await migrateDatabase(server.url);
  await writeDataset({ leads: LEADS, events: LEADS * 5, until: now() }, server.url);
  connections = openConnections(server.url);
  store = { url: server.url, db: asDatabase(connections) };
  await store.db.execute(sql`
    insert into lead_identities (kind, value, lead_id) select ${externalKind(TRACKER_SOURCE)}, 'u' || id, id from leads`);
  await buildGeneration({ cause: "publish", day: localDay(Date.now(), DATASET_ZONE), now }, store);
  secret = (await addTestKey(store.db)).secret;
  const port = await choosePort("127.0.0.1", undefined);
  address = `http://127.0.0.1:${port}`;
  const env = { DATABASE_URL: server.url, DATA_DIR: folder, LOG_LEVEL: "silent", TZ: "UTC" };
  web = await keepProcess({ args: () => ["app/v1/test/serve-trackers.ts", String(port)], env });
  worker = await keepProcess({ args: () => ["worker/main.ts"], env });
}, 10 * 60_000);
afterAll(async () => {
  await Promise.all([web.stop(), worker.stop()]);
  await connections.end();
  await server.release();
  await rm(folder, { recursive: true });
});

async function kill(victim: (typeof VICTIMS)[number]): Promise<void> {
  if (victim === "web") return web.kill();
  if (victim === "worker") return worker.kill();
  const pid = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
  expect((await startEmbedded(folder)).url).toBe(server.url);
}

/** What was answered with 200, and how often somebody was turned away. */
const acknowledged: string[] = [];
let turnedAway = 0;

/** Sends until it is taken, as trackers do. */
async function deliver(ids: readonly string[], leadOf: () => number): Promise<void> {
  const timestamp = now().toISOString();
  const batch = ids.map((messageId, n) => ({
    ...{ type: "track", event: DATASET_EVENT_TYPES[n % DATASET_EVENT_TYPES.length], userId: `u${leadOf()}` },
    ...{ messageId, timestamp },
  }));
  for (;;) {
    const response = await fetch(`${address}/v1/batch`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      body: JSON.stringify({ batch, sentAt: now().toISOString() }),
    }).catch(() => null);
    if (response?.status === 200) {
      const { refused } = (await response.json()) as { refused: unknown[] };
      expect(refused).toEqual([]);
      return void acknowledged.push(...ids);
    }
    await response?.body?.cancel();
    if (response?.status === 429) {
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      turnedAway++;
    }
    await sleep(response?.status === 429 ? 1000 : 100);
  }
}

const idsOf = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix} ${n}`);

async function expectAllStored(): Promise<void> {
  const ids = acknowledged.map((id) => eventIdAtSource({ source: TRACKER_SOURCE, id }));
  const [row] = await store.db.execute<{ stored: number; all: number }>(sql`
    select count(*) filter (where id = any(${sql.param(ids)}::uuid[]))::int as stored, count(*)::int as all
    from events where source_id = (select id from sources where key = ${TRACKER_SOURCE})`);
  // Nothing was answered that is not there, and nothing is there twice.
  expect(row).toEqual({ stored: ids.length, all: ids.length });
  expect(await verifyScores({ now }, store)).toMatchObject({ leads: LEADS, differences: 0, missing: 0, surplus: 0 });
}

describe("what a tracker was told is stored", () => {
  it(
    "is, also when the web process, the worker or PostgreSQL is killed in between",
    async () => {
      const random = createRandom("loss");
      let isOver = false;
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        for (let batch = 0; !isOver; batch++)
          await deliver(idsOf(`${writer} ${batch}`, BATCH), () => random.int(1, LEADS));
      });
      for (let count = 0; count < KILLS; count++) {
        const before = acknowledged.length;
        while (acknowledged.length < before + 10 * BATCH) await sleep(20);
        await sleep(random.int(0, 400));
        await kill(VICTIMS[count % VICTIMS.length] ?? "web");
      }
      const before = acknowledged.length;
      while (acknowledged.length < before + 10 * BATCH) await sleep(20);
      isOver = true;
      await Promise.all(writers);
      await expectAllStored();
    },
    30 * 60_000,
  );

  it(
    "is, when far more comes than there is room for: the rest is told to come again, and does",
    async () => {
      const random = createRandom("flood");
      turnedAway = 0;
      await Promise.all(
        Array.from({ length: FLOOD.batches }, (_, n) =>
          deliver(idsOf(`flood ${n}`, FLOOD.size), () => random.int(1, LEADS)),
        ),
      );
      expect(turnedAway).toBeGreaterThan(0);
      await expectAllStored();
    },
    10 * 60_000,
  );
});
