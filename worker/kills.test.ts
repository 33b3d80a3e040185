import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gt, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asDatabase } from "#db/as-database.ts";
import type { Store } from "#db/client.ts";
import { type Connections, openConnections } from "#db/connections.ts";
import { type EmbeddedServer, startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { publishVersion } from "#db/mutations/publish-version.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { areLeadsDue } from "#db/queries/due-leads.ts";
import { findPendingBuild } from "#db/queries/pending-build.ts";
import { generations } from "#db/schema/index.ts";
import { createRandom } from "#db/seed/random.ts";
import { findDifferences } from "#db/test/stored-differences.ts";
import { eventIdAtSource } from "#lib/events/identity.ts";
import { writeDataset } from "#scripts/bench/dataset.ts";
import { DATASET_MODEL } from "#scripts/bench/dataset-model.ts";
import { type KeptProcess, keepProcess } from "./test/kept-process.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const LEADS = IS_LONG ? 30_000 : 3_000;
const EVENTS = LEADS * 20;
const KILLS = IS_LONG ? 21 : 3;
const PATIENCE_MS = 180_000;
const VICTIMS = ["worker", "web", "postgres"] as const;

let folder: string;
let server: EmbeddedServer;
let connections: Connections;
let store: Store;
let worker: KeptProcess | undefined;
let web: KeptProcess | undefined;
/** Ids that a web process said are stored. */
const stored: string[] = [];
let webs = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "voorrang-kills-"));
  server = await startEmbedded(folder);
  await migrateDatabase(server.url);
  await writeDataset({ leads: LEADS, events: EVENTS, until: new Date() }, server.url);
  connections = openConnections(server.url);
  store = { url: server.url, db: asDatabase(connections) };
  worker = await startWorker();
  await until("the first pass", isUpToDate);
}, 10 * 60_000);
afterAll(async () => {
  await Promise.all([worker?.stop(), web?.stop()]);
  await connections.end();
  await server.release();
  await rm(folder, { recursive: true });
});

const env = () => ({ DATABASE_URL: server.url, DATA_DIR: folder, LOG_LEVEL: "silent", TZ: "UTC" });
const startWorker = () => keepProcess({ args: () => ["worker/main.ts"], env: env() });
const startWeb = () =>
  keepProcess({
    args: () => ["worker/test/send-events.ts", `${++webs} `, String(LEADS)],
    env: env(),
    onMessage: (message) => stored.push(...(message as string[])),
  });

async function killPostgres(): Promise<void> {
  const pid = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
  const again = await startEmbedded(folder);
  expect(again.url).toBe(server.url);
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await sleep(20);
  }
}

const isUpToDate = async () =>
  (await findPendingBuild({ at: new Date() }, store.db)) === null && !(await areLeadsDue(store.db));

async function publish(number: number): Promise<void> {
  const fit = 5 + ((number * 5) % 90);
  const definition = { ...DATASET_MODEL, mix: { fit, engagement: 100 - fit } };
  const published = await publishVersion({ modelId: 1, definition, note: "", userId: null, at: new Date() }, store.db);
  expect(published).toMatchObject({ ok: true, value: { isNew: true } });
}

/** What is in force, and whether each of its leads has been scored: a half-filled generation would not have them all. */
async function inForce() {
  const generation = await findCurrentGeneration(store.db);
  if (!generation) throw new Error("Nothing is in force.");
  const [row] = await store.db.execute<{ scores: number; may: number }>(sql`
    select (select count(*) from lead_scores where generation_id = ${generation.id})::int as scores,
      (select count(*) from leads where may_score)::int as may`);
  return { id: generation.id, number: generation.models[0]?.number ?? 0, ...row };
}

describe("kill -9 at any moment of a pass", () => {
  it(
    "leaves the scores in force, the next start ends the pass, no event is lost and every score is exact",
    async () => {
      const random = createRandom("kills");
      web = await startWeb();
      let passMs = 1_000;
      for (let kill = 1; kill <= KILLS; kill++) {
        const victim = VICTIMS[(kill - 1) % VICTIMS.length] ?? "worker";
        const before = await inForce();
        await publish(kill);
        const from = performance.now();
        const share = random.next();
        await until("the pass to begin", () => hasBegun(before.id));
        await sleep(share * passMs);
        if (victim === "postgres") await killPostgres();
        else await (victim === "worker" ? worker : web)?.kill();

        const label = `kill ${kill}: ${victim}, ${(share * passMs).toFixed(0)} ms into the pass`;
        const after = await inForce();
        expect([before.number, before.number + 1], label).toContain(after.number);
        expect(after.scores, label).toBe(after.may);
        await until(`${label}: the version in force`, async () => (await inForce()).number === before.number + 1);
        if (victim === "web") passMs = performance.now() - from;
        if (IS_LONG) await verify(label);
      }
      await verify(`after ${KILLS} kills`);
    },
    60 * 60_000,
  );
});

const hasBegun = async (before: number) =>
  (await store.db.select({ id: generations.id }).from(generations).where(gt(generations.id, before)).limit(1)).length >
  0;

/** Nothing arrives meanwhile, so that both sides of the comparison are read from the same facts. */
async function verify(label: string): Promise<void> {
  await web?.stop();
  await until("the scores to be up to date", isUpToDate);
  const found = await findDifferences(store.db);
  expect(found, label).toEqual({ leads: LEADS, different: [], missing: [], surplus: [] });
  expect(stored.length, label).toBeGreaterThan(0);
  const ids = stored.map((id) => eventIdAtSource({ source: "website", id }));
  const [row] = await store.db.execute<{ n: number }>(
    sql`select count(*)::int as n from events where id = any(${sql.param(ids)}::uuid[])`,
  );
  expect(row?.n, label).toBe(ids.length);
  web = await startWeb();
}
