import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { partitionName } from "#db/partitions.ts";
import { dueLeads, generations, leadScores, leads } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addManyLeads, TEST_PASS } from "#db/test/pass-fixtures.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { bringUpToDate, buildGeneration, scoreAllAnew } from "./build-generation.ts";
import { markLeadsDue } from "./mark-leads-due.ts";
import { rememberDueLeads } from "./remember-due-leads.ts";
import { scoreLeads } from "./score-leads.ts";

const now = () => TEST_TIME;
const openDatabase = testDatabases();
let store: TestDatabase;

beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
});

describe("a pass over all leads", () => {
  it("stores what the pure function gives, to the last digit", async () => {
    await addTestVersion(store.db);
    await addManyLeads(store.db, 1);
    const lead = await addTestLead(store.db, { jobTitle: "Sales Director" });
    await addTestEvent(store.db, lead, { type: "demo_requested", at: daysAgo(30) });
    const built = await buildGeneration(TEST_PASS, store);
    expect(built).toMatchObject({ leads: 2, scored: 2 });
    const [row] = await store.db.select().from(leadScores).where(eq(leadScores.leadId, lead));
    // Fit 30; 40 halved by 30 days at a half-life of 30; mixed half and half.
    expect(row).toMatchObject({ fit: 3000, engagement: 2000, combined: 2500, newestEventAt: daysAgo(30) });
    expect(await expectExactScores(store.db)).toBe(2);
  });

  it("leaves a table with the indexes that all generations have, and no second one of any", async () => {
    await addTestVersion(store.db);
    await addManyLeads(store.db, 3);
    const { generationId } = await buildGeneration(TEST_PASS, store);
    const found = await store.db.execute<{ made: number; adopted: number; asked: number }>(sql`
      select (select count(*) from pg_index where indrelid = ${partitionName(generationId)}::regclass)::int as made,
        (select count(*) from pg_index own join pg_inherits on inhrelid = own.indexrelid
          where own.indrelid = ${partitionName(generationId)}::regclass)::int as adopted,
        (select count(*) from pg_index where indrelid = 'lead_scores'::regclass)::int as asked`);
    expect([...found]).toEqual([{ made: 6, adopted: 6, asked: 6 }]);
  });

  it("gives the same as scoring lead by lead, under several models", async () => {
    const segment = { field: "account.employees", op: "at_least", value: 100 };
    await addTestVersion(store.db, testDefinition({ segment, stages: ["lead"], eventsFrom: "stage_entered" }));
    await addTestVersion(store.db, testDefinition({ stages: ["lead", "marketing_qualified"] }));
    const leadIds = await addManyLeads(store.db, 40);
    const built = await buildGeneration(TEST_PASS, store);
    expect(built.scored).toBeGreaterThan(15);
    const scored = await expectExactScores(store.db);
    // Leads that became customers have no score; those handed over by the sweep were scored in their new stage.
    expect(scored).toBeLessThan(40);
    const before = await store.db.select().from(leadScores).orderBy(leadScores.leadId);
    await store.db.delete(leadScores);
    await store.db.transaction((tx) => scoreLeads({ leadIds, at: TEST_TIME, cause: "event" }, tx));
    expect(await store.db.select().from(leadScores).orderBy(leadScores.leadId)).toEqual(before);
  });

  it("a lead that may not be scored has no row, from the moment it may not", async () => {
    await addTestVersion(store.db);
    const refused = await addTestLead(store.db, { mayScore: false });
    const lead = await addTestLead(store.db);
    await buildGeneration(TEST_PASS, store);
    expect((await store.db.select().from(leadScores)).map(({ leadId }) => leadId)).toEqual([lead]);
    await store.db.update(leads).set({ mayScore: sql`not ${leads.mayScore}` });
    await store.db.transaction((tx) => scoreLeads({ leadIds: [refused, lead], at: TEST_TIME, cause: "person" }, tx));
    expect((await store.db.select().from(leadScores)).map(({ leadId }) => leadId)).toEqual([refused]);
  });

  it("needs a published model", async () => {
    await expect(buildGeneration(TEST_PASS, store)).rejects.toThrow("No model has been published yet.");
    expect(await bringUpToDate({ now }, store)).toBeNull();
  });

  it("runs only when versions, day or zone are others than those in force", async () => {
    const { modelId } = await addTestVersion(store.db);
    expect(await bringUpToDate({ now }, store)).toMatchObject({ generationId: 1 });
    expect(await bringUpToDate({ now }, store)).toBeNull();
    // Kathmandu is 5:45 ahead of UTC.
    const dayEnds = Date.parse("2026-03-10T18:15:00Z");
    expect(await bringUpToDate({ now: () => new Date(dayEnds - 1) }, store)).toBeNull();
    expect(await bringUpToDate({ now: () => new Date(dayEnds) }, store)).toMatchObject({ generationId: 2 });
    await addTestVersion(store.db, testDefinition(), modelId);
    expect(await bringUpToDate({ now: () => new Date(dayEnds) }, store)).toMatchObject({ generationId: 3 });
    const rows = await store.db.select({ cause: generations.cause }).from(generations).orderBy(generations.id);
    expect(rows.map(({ cause }) => cause)).toEqual(["publish", "day", "publish"]);
  });
});

describe("a pass over leads whose facts came without a score", () => {
  it("puts in force what waits for it as well, told by its own cause", async () => {
    const { modelId } = await addTestVersion(store.db);
    const score = (at: Date) => scoreAllAnew({ cause: "import", now: () => at }, store);
    await expect(score(TEST_TIME)).resolves.toMatchObject({ generationId: 1 });
    await score(TEST_TIME);
    await addTestVersion(store.db, testDefinition({ mix: { fit: 20, engagement: 80 } }), modelId);
    await score(TEST_TIME);
    await score(daysAgo(-1));
    const rows = await store.db.select().from(generations).orderBy(generations.id);
    expect(rows.map(({ cause, day }) => [cause, day - TEST_DAY])).toEqual([
      ["publish", 0],
      ["import", 0],
      ["publish", 0],
      ["day", 1],
    ]);
  });
});

describe("leads that are due", () => {
  it("are scored by the pass as well", async () => {
    await addTestVersion(store.db);
    const leadIds = await addManyLeads(store.db, 2);
    await markLeadsDue({ leadIds, at: TEST_TIME }, store.db);
    await buildGeneration(TEST_PASS, store);
    expect(await store.db.select().from(dueLeads)).toEqual([]);
  });

  it("stay due when their facts change once more while the pass runs", async () => {
    const [one = 0, other = 0] = await addManyLeads(store.db, 2);
    await markLeadsDue({ leadIds: [one, other], at: TEST_TIME }, store.db);
    const remembered = await rememberDueLeads(store);
    await markLeadsDue({ leadIds: [other], at: TEST_TIME }, store.db);
    await remembered.settle();
    await remembered.forget();
    expect((await store.db.select().from(dueLeads)).map(({ leadId }) => leadId)).toEqual([other]);
  });
});
