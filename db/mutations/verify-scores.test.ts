import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { holdPassLock } from "#db/pass-lock.ts";
import { computeScores } from "#db/queries/computed-scores.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listFaults } from "#db/queries/lead-faults.ts";
import { dueLeads, events, leadScores, leads, verifications } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
} from "#db/test/scoring-fixtures.ts";
import { buildGeneration } from "./build-generation.ts";
import { recordEvents } from "./record-events.ts";
import { verifyBetweenPasses } from "./verify-between-passes.ts";
import { verifyScores } from "./verify-scores.ts";

const now = () => TEST_TIME;
const NONE = { differences: 0, missing: 0, surplus: 0, due: 0 };
const openDatabase = testDatabases();
let store: TestDatabase;
let leadIds: number[];

beforeEach(async () => {
  store = await openDatabase();
  const { db } = store;
  await addTestOrganisation(db);
  await addTestVersion(db);
  leadIds = [];
  for (let n = 0; n < 30; n++) {
    const leadId = await addTestLead(db, { jobTitle: n % 2 ? "Director" : null, mayScore: n !== 7 });
    await addTestEvent(db, leadId, { type: n % 3 ? "demo_requested" : "page_viewed", at: daysAgo(n), asset: "a" });
    leadIds.push(leadId);
  }
  await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
});

const lead = (place: number) => leadIds[place] ?? 0;
const verify = async () => {
  const found = await verifyScores({ now }, store);
  if (!found) throw new Error("There are no scores.");
  const { faults, ...counts } = found;
  return { counts, faults };
};

test("scores that a pass stored have no fault", async () => {
  expect(await verify()).toEqual({ counts: { leads: 30, ...NONE }, faults: [] });
});

test("a score that somebody tampered with is a difference, in whatever column", async () => {
  const columns = [
    ["combined", sql`combined + 1`],
    ["fit", sql`fit - 1`],
    ["engagement", sql`engagement + 100`],
    ["cell", sql`'D1'`],
    ["qualifies", sql`not qualifies`],
    ["known_fields", sql`known_fields + 1`],
    ["newest_event_at", sql`newest_event_at - interval '1 millisecond'`],
    ["newest_event_at", sql`null`],
  ] as const;
  for (const [place, [column, value]] of columns.entries())
    await store.db.execute(
      sql`update lead_scores set ${sql.identifier(column)} = ${value} where lead_id = ${lead(place + 10)}`,
    );
  const { counts, faults } = await verify();
  expect(counts).toEqual({ leads: 30, ...NONE, differences: columns.length });
  expect(faults.map(({ leadId, kind }) => [leadId, kind])).toEqual(
    columns.map((_, place) => [lead(place + 10), "difference"]),
  );
  const [first] = faults;
  expect(first?.stored?.combined).toBe((first?.computed?.combined ?? 0) + 1);
});

test("a score that is not there is missing; one of who may not be scored, or is gone, is surplus", async () => {
  const { db } = store;
  await db.delete(leadScores).where(eq(leadScores.leadId, lead(3)));
  await db
    .update(leads)
    .set({ mayScore: false })
    .where(eq(leads.id, lead(4)));
  const [row] = await db
    .select()
    .from(leadScores)
    .where(eq(leadScores.leadId, lead(5)));
  if (!row) throw new Error("The lead has no score.");
  const gone = lead(29) + 1_000;
  await db.insert(leadScores).values({ ...row, leadId: gone });
  await db.delete(events).where(eq(events.leadId, lead(6)));
  await db.delete(leads).where(eq(leads.id, lead(6)));
  const { counts, faults } = await verify();
  expect(counts).toEqual({ leads: 29, differences: 0, missing: 1, surplus: 3, due: 0 });
  expect(faults.map(({ leadId, kind }) => [leadId, kind])).toEqual([
    [lead(3), "missing"],
    [lead(4), "surplus"],
    [lead(6), "surplus"],
    [gone, "surplus"],
  ]);
});

test("a lead that is due is counted apart: its facts came without a score", async () => {
  const { db } = store;
  await addTestEvent(db, lead(2), { type: "demo_requested", at: daysAgo(1) });
  await db.insert(dueLeads).values({ leadId: lead(2), since: TEST_TIME });
  expect(await verify()).toEqual({ counts: { leads: 30, ...NONE, due: 1 }, faults: [] });
  await db.delete(dueLeads);
  expect((await verify()).counts).toEqual({ leads: 30, ...NONE, differences: 1 });
});

test("every row may be gone, and every lead", async () => {
  const { db } = store;
  await db.delete(leadScores);
  expect((await verify()).counts).toEqual({ leads: 30, ...NONE, missing: 29 });
  await db.delete(events);
  await db.delete(leads);
  expect((await verify()).counts).toEqual({ leads: 0, ...NONE });
});

test("work that goes on meanwhile is no fault: events, and passes that put other scores in force", async () => {
  const { db } = store;
  let isOver = false;
  const write = async () => {
    for (let n = 0; !isOver; n++)
      await recordEvents(
        {
          source: "test",
          at: TEST_TIME,
          events: leadIds.slice(n % 10, (n % 10) + 20).map((leadId) => ({
            leadId,
            type: "demo_requested",
            claimed: daysAgo(n % 40).getTime() + n,
            time: String(n),
            externalId: null,
            asset: null,
            properties: null,
          })),
        },
        db,
      );
  };
  const build = async () => {
    for (let n = 1; !isOver; n++) await buildGeneration({ cause: "day", day: TEST_DAY + (n % 3), now }, store);
  };
  const work = Promise.all([write(), write(), build()]);
  for (let n = 0; n < 15; n++) expect(await verify()).toEqual({ counts: { leads: 30, ...NONE }, faults: [] });
  isOver = true;
  await work;
  expect(await verify()).toEqual({ counts: { leads: 30, ...NONE }, faults: [] });
});

test("a stored score that a pass would make another is a difference, though a one-lead transaction made it", async () => {
  const { db } = store;
  const generation = await findCurrentGeneration(db);
  if (!generation) throw new Error("No generation is in force.");
  const query = { leadIds: [lead(1), lead(2)], generation };
  const scores = await computeScores(query, db);
  const other = (leadIds: readonly number[]) => {
    const score = scores.get(lead(1));
    return new Map(leadIds.includes(lead(1)) && score ? [[lead(1), { ...score, fit: score.fit + 1 }]] : []);
  };
  const faults = await listFaults({ ...query, computeByPass: async (leadIds) => other(leadIds) }, db);
  expect(faults.map(({ leadId, kind }) => [leadId, kind])).toEqual([[lead(1), "difference"]]);
  expect(await listFaults({ ...query, computeByPass: async () => scores }, db)).toEqual([]);
});

test("a verification makes way for a pass and begins anew when that is done", async () => {
  const { promise: done, resolve: end } = Promise.withResolvers<void>();
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
  const pass = holdPassLock(store.url, async () => {
    held();
    await done;
  });
  await isHeld;
  let isOver = false;
  const verifying = verifyBetweenPasses({ now }, store).finally(() => {
    isOver = true;
  });
  await sleep(200);
  expect(isOver).toBe(false);
  end();
  await pass;
  expect(await verifying).toMatchObject({ leads: 30, ...NONE });
});

test("one that is told to stop keeps nothing", async () => {
  const stop = new AbortController();
  const verifying = verifyScores({ now, signal: stop.signal }, store);
  stop.abort();
  await expect(verifying).rejects.toThrow("aborted");
  expect(await store.db.select().from(verifications)).toEqual([]);
});

test("the outcome is kept, with the generation that was in force", async () => {
  await store.db
    .update(leadScores)
    .set({ cell: "A1" })
    .where(eq(leadScores.leadId, lead(0)));
  const { counts, faults } = await verify();
  const kept = await store.db.select().from(verifications);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ ...counts, faults, day: TEST_DAY, startedAt: TEST_TIME, finishedAt: TEST_TIME });
});

test("before the first scores there is nothing to verify", async () => {
  const empty = await openDatabase();
  expect(await verifyScores({ now }, empty)).toBeNull();
});
