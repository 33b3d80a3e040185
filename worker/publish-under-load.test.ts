import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringUpToDate } from "#db/mutations/build-generation.ts";
import { publishVersion } from "#db/mutations/publish-version.ts";
import { runImport } from "#db/mutations/run-import.ts";
import { scoreDueLeads } from "#db/mutations/score-due-leads.ts";
import { verifyScores } from "#db/mutations/verify-scores.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { dueLeads, touchedLeads } from "#db/schema/index.ts";
import { createRandom } from "#db/seed/random.ts";
import { findBrokenLogs } from "#db/test/broken-log.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { sendEvents } from "#db/test/event-load.ts";
import { queueTestImport } from "#db/test/import-csv.ts";
import { findDifferences } from "#db/test/stored-differences.ts";
import { writeDataset } from "#scripts/bench/dataset.ts";
import { DATASET_EVENT_TYPES } from "#scripts/bench/dataset-events.ts";
import { DATASET_MODEL } from "#scripts/bench/dataset-model.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const LEADS = IS_LONG ? 100_000 : 2_000;
const EVENTS = LEADS * 20;
const ROWS = IS_LONG ? 100_000 : 2_000;
const LEAST_PUBLISHES = IS_LONG ? 6 : 2;
const EVENTS_A_SECOND = 200;
const AT = new Date("2026-03-29T00:30:00Z");
const now = () => AT;

let store: TestDatabase;
let folder: string;
beforeAll(async () => {
  store = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "voorrang-load-"));
  await writeDataset({ leads: LEADS, events: EVENTS, until: AT }, store.url);
  await bringUpToDate({ now }, store);
}, 10 * 60_000);
afterAll(async () => {
  await store.drop();
  await rm(folder, { recursive: true });
});

/** Half of the rows change leads that are there and their accounts, half are new ones. */
const LEAD_FILE = {
  kind: "leads",
  source: "crm",
  columns: [
    { column: "id", to: "external_id" },
    { column: "title", to: "field", field: "job_title" },
    { column: "company", to: "field", field: "account.name" },
    { column: "size", to: "field", field: "account.employees" },
    { column: "score", to: "permission", permission: "may_score" },
  ],
};
const EVENT_FILE = {
  kind: "events",
  source: "crm",
  columns: [
    { column: "id", to: "external_id" },
    { column: "time", to: "event_time" },
    { column: "what", to: "event_type" },
  ],
};

async function queueImports(): Promise<number[]> {
  const leadRows = Array.from({ length: ROWS }, (_, n) => {
    const id = n % 2 === 0 ? 1 + ((n * 7919) % LEADS) : LEADS + n;
    const title = ["CEO", "Student", "Head of Sales"][n % 3];
    return `CRM-${id},${title},Company ${n % 300},${(n % 300) * 7},${n % 50 === 0 ? "no" : "yes"}`;
  });
  const eventRows = Array.from({ length: ROWS }, (_, n) => {
    const what = DATASET_EVENT_TYPES[n % DATASET_EVENT_TYPES.length];
    return `CRM-${1 + ((n * 31) % LEADS)},2026-03-${10 + (n % 19)} 1${n % 10}:0${n % 6}:${10 + (n % 50)},${what}`;
  });
  const files = [
    { name: "leads.csv", lines: ["id,title,company,size,score", ...leadRows], mapping: LEAD_FILE },
    { name: "events.csv", lines: ["id,time,what", ...eventRows], mapping: EVENT_FILE },
  ];
  const queued: number[] = [];
  for (const { name, lines, mapping } of files) {
    const path = join(folder, name);
    await writeFile(path, `${lines.join("\n")}\n`);
    queued.push(await queueTestImport({ path, mapping, at: AT }, store));
  }
  return queued;
}

async function publish(number: number): Promise<void> {
  const current = await findCurrentGeneration(store.db);
  const fit = 10 + ((number * 10) % 80);
  const { axes } = DATASET_MODEL;
  // Cells change as well, for the log to tell.
  const moved = { ...axes.fit, thresholds: axes.fit.thresholds.map((each) => each + (number % 3)) };
  const definition = { ...DATASET_MODEL, mix: { fit, engagement: 100 - fit }, axes: { ...axes, fit: moved } };
  const modelId = current?.models[0]?.modelId ?? null;
  const published = await publishVersion({ modelId, definition, note: "", userId: null, at: AT }, store.db);
  expect(published).toMatchObject({ ok: true, value: { isNew: true } });
}

describe("publishing while 200 events a second arrive and two imports run", () => {
  it(
    "loses no event and leaves every stored score as recomputed",
    async () => {
      const load = sendEvents(
        { leads: LEADS, types: DATASET_EVENT_TYPES, perSecond: EVENTS_A_SECOND, now, random: createRandom("load") },
        store.db,
      );
      let areImporting = true;
      const imports = (async () => {
        const queued = await queueImports();
        const done = await Promise.all(queued.map((importId) => runImport({ importId, now }, store)));
        areImporting = false;
        return done;
      })();
      // Whoever awaits them gets their failure; until then it must not count as unhandled.
      imports.catch(() => {
        areImporting = false;
      });
      let published = 0;
      while (areImporting || published < LEAST_PUBLISHES) {
        await publish(++published);
        expect(await bringUpToDate({ now }, store)).not.toBeNull();
        // The worker does so all the time.
        await scoreDueLeads({ now }, store);
      }
      const done = await imports;
      const recorded = await load.stop();
      await scoreDueLeads({ now }, store);

      expect(done.map((record) => record?.status)).toEqual(["done", "done"]);
      expect(done.map((record) => record?.report?.counts.rejected)).toEqual([0, 0]);
      expect(recorded).toBeGreaterThan(0);
      const [stored] = await store.db.execute<{ website: number; others: number }>(sql`
        select (count(*) filter (where sources.key = 'website'))::int as website,
          (count(*) filter (where sources.key <> 'website'))::int as others
        from events join sources on sources.id = source_id`);
      expect(stored).toEqual({ website: recorded, others: EVENTS + ROWS });
      expect(await store.db.select().from(dueLeads)).toEqual([]);
      expect(await store.db.select().from(touchedLeads)).toEqual([]);
      const inForce = await findCurrentGeneration(store.db);
      expect(inForce?.models[0]?.number).toBe(1 + published);
      expect(await verifyScores({ now }, store)).toMatchObject({ differences: 0, missing: 0, surplus: 0, due: 0 });
      expect(await findBrokenLogs(store.db)).toEqual([]);
      expect(await findDifferences(store.db)).toEqual({
        leads: LEADS + ROWS / 2,
        different: [],
        missing: [],
        surplus: [],
      });
    },
    60 * 60_000,
  );
});
