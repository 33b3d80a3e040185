import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, gt, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asDatabase } from "#db/as-database.ts";
import type { Store } from "#db/client.ts";
import { type Connections, openConnections } from "#db/connections.ts";
import { type EmbeddedServer, startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { publishVersion } from "#db/mutations/publish-version.ts";
import { verifyScores } from "#db/mutations/verify-scores.ts";
import { readBuildProgress } from "#db/queries/build-progress.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { areLeadsDue } from "#db/queries/due-leads.ts";
import { findPendingBuild } from "#db/queries/pending-build.ts";
import { generations } from "#db/schema/index.ts";
import { createRandom } from "#db/seed/random.ts";
import { findBrokenLogs } from "#db/test/broken-log.ts";
import { findDifferences } from "#db/test/stored-differences.ts";
import { eventIdAtSource } from "#lib/events/identity.ts";
import { writeDataset } from "#scripts/bench/dataset.ts";
import { DATASET_MODEL } from "#scripts/bench/dataset-model.ts";
import { buildOnce } from "#scripts/run/build.ts";
import { choosePorts } from "#scripts/run/port.ts";
import { type KeptProcess, keepProcess } from "./test/kept-process.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const LEADS = IS_LONG ? 50_000 : 5_000;
const EVENTS = LEADS * 20;
const KILLS = IS_LONG ? 21 : 3;
const PATIENCE_MS = 180_000;
const VICTIMS = ["worker", "web", "postgres"] as const;

let folder: string;
let server: EmbeddedServer;
let connections: Connections | undefined;
let store: Store;
let worker: KeptProcess | undefined;
let web: KeptProcess | undefined;
/** Ids that a web process said are stored. */
const stored: string[] = [];
let webs = 0;
/** The web server itself; only in the long form, because its pages have to be built. */
let pages: KeptProcess | undefined;
let port = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "voorrang-kills-"));
  server = await startEmbedded(folder);
  await migrateDatabase(server.url);
  await writeDataset({ leads: LEADS, events: EVENTS, until: new Date() }, server.url);
  connections = openConnections(server.url);
  store = { url: server.url, db: asDatabase(connections) };
  worker = await startWorker();
  await until("the first pass", isUpToDate);
  if (IS_LONG) await servePages();
}, 20 * 60_000);
afterAll(async () => {
  await Promise.all([worker?.stop(), web?.stop(), pages?.stop()]);
  await connections?.end();
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

async function servePages(): Promise<void> {
  await buildOnce();
  [port = 0] = await choosePorts(1);
  const address = { HOST: "127.0.0.1", PORT: String(port), AUTH_SECRET: "kept for the length of this test only" };
  pages = await keepProcess({
    args: () => ["scripts/web.ts"],
    env: { ...env(), ...address, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}

const isServed = () =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

async function kill(victim: (typeof VICTIMS)[number]): Promise<void> {
  switch (victim) {
    case "worker":
      return worker?.kill();
    case "web":
      return void (await Promise.all([web?.kill(), pages?.kill()]));
    case "postgres":
      return killPostgres();
  }
}

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
    await sleep(5);
  }
}

const isUpToDate = async () =>
  (await findPendingBuild({ at: new Date() }, store.db)) === null && !(await areLeadsDue(store.db));

const isConcluded = async () => (await readBuildProgress(store.db)).state === "in_force";

async function publish(number: number): Promise<void> {
  const fit = 5 + ((number * 5) % 90);
  const { axes } = DATASET_MODEL;
  // Cells change as well, for the log to tell.
  const moved = { ...axes.fit, thresholds: axes.fit.thresholds.map((each) => each + (number % 3)) };
  const definition = { ...DATASET_MODEL, mix: { fit, engagement: 100 - fit }, axes: { ...axes, fit: moved } };
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
      let shortest = Number.POSITIVE_INFINITY;
      let within = 0;
      for (let count = 1; count <= KILLS; count++) {
        const victim = VICTIMS[(count - 1) % VICTIMS.length] ?? "worker";
        const before = await inForce();
        shortest = Math.min(shortest, await durationOf(before.id));
        const moment = random.next() * shortest;
        await publish(count);
        await until("the pass to begin", () => hasBegun(before.id));
        await sleep(moment);
        if ((await inForce()).id === before.id) within++;
        await kill(victim);

        const label = `kill ${count}: ${victim}, ${moment.toFixed(0)} ms into the pass`;
        const after = await inForce();
        expect([before.number, before.number + 1], label).toContain(after.number);
        expect(after.scores, label).toBe(after.may);
        await until(`${label}: the version in force`, async () => (await inForce()).number === before.number + 1);
        if (pages) await until(`${label}: the pages`, isServed);
        await verify(label);
      }
      await compareAll();
      // Chance may miss a few of the passes, not most of them.
      if (IS_LONG) expect(within).toBeGreaterThan(KILLS / 3);
    },
    60 * 60_000,
  );
});

const hasBegun = async (before: number) =>
  (await store.db.select({ id: generations.id }).from(generations).where(gt(generations.id, before)).limit(1)).length >
  0;

/** Milliseconds from the beginning of a pass to its switch. */
async function durationOf(generationId: number): Promise<number> {
  const [row] = await store.db
    .select({ from: generations.createdAt, to: generations.switchedAt })
    .from(generations)
    .where(eq(generations.id, generationId));
  if (!row?.to) throw new Error("The pass did not end.");
  return row.to.getTime() - row.from.getTime();
}

/** While events arrive. */
async function verify(label: string): Promise<void> {
  const found = await verifyScores({ now: () => new Date() }, store);
  expect(found, label).toMatchObject({ leads: LEADS, differences: 0, missing: 0, surplus: 0 });
}

/** When no more events arrive, so that both sides of the comparison are read from the same facts. */
async function compareAll(): Promise<void> {
  await web?.stop();
  await until("the scores to be up to date", isUpToDate);
  expect(await findDifferences(store.db)).toEqual({ leads: LEADS, different: [], missing: [], surplus: [] });
  await until("the log of what the last pass changed", isConcluded);
  expect(await findBrokenLogs(store.db)).toEqual([]);
  expect(stored.length).toBeGreaterThan(0);
  const ids = stored.map((id) => eventIdAtSource({ source: "website", id }));
  const [row] = await store.db.execute<{ n: number }>(
    sql`select count(*)::int as n from events where id = any(${sql.param(ids)}::uuid[])`,
  );
  expect(row?.n).toBe(ids.length);
}
