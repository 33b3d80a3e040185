import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { stageChanges, touchedLeads } from "#db/schema/index.ts";
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
import { buildGeneration } from "./build-generation.ts";
import { recordEvents } from "./record-events.ts";

const openDatabase = testDatabases();
let store: TestDatabase;

beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
});

describe("the switch to a new generation", () => {
  it("misses no event that arrives meanwhile", async () => {
    const { modelId } = await addTestVersion(store.db);
    const leadIds = await addManyLeads(store.db, 30);
    await buildGeneration(TEST_PASS, store);
    let isOver = false;
    let sent = 0;
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let n = 0; !isOver; n++) {
        const leadId = leadIds[(n * 7 + writer) % leadIds.length] ?? 0;
        const event = { leadId, type: "demo_requested", claimed: TEST_TIME.getTime(), time: "now" };
        const externalId = `${writer}-${n}`;
        const result = await recordEvents(
          { source: "api", events: [{ ...event, externalId, asset: null, properties: null }], at: TEST_TIME },
          store.db,
        );
        sent += result.recorded;
      }
    });
    for (let n = 1; n <= 4; n++) {
      await addTestVersion(store.db, testDefinition({ mix: { fit: 10 * n, engagement: 100 - 10 * n } }), modelId);
      await buildGeneration(TEST_PASS, store);
    }
    isOver = true;
    await Promise.all(writers);
    const [count] = await store.db.execute<{ n: number }>(
      sql`select count(*)::int as n from events where source_id = (select id from sources where key = 'api')`,
    );
    expect(count?.n).toBe(sent);
    expect(sent).toBeGreaterThan(20);
    await expectExactScores(store.db);
    expect((await findCurrentGeneration(store.db))?.models[0]?.definition.mix.fit).toBe(40);
    expect(await store.db.select().from(touchedLeads)).toEqual([]);
  });

  it("hands over who newly qualifies, with the cause of the pass and once only", async () => {
    await addTestVersion(store.db);
    const lead = await addTestLead(store.db, { jobTitle: "Director" });
    const recycled = { stage: "recycled", jobTitle: "Director" } as const;
    const due = await addTestLead(store.db, { ...recycled, returnsOn: TEST_DAY });
    const waiting = await addTestLead(store.db, { ...recycled, returnsOn: TEST_DAY + 1 });
    for (const leadId of [lead, due, waiting])
      await addTestEvent(store.db, leadId, { type: "demo_requested", at: TEST_TIME });
    expect(await buildGeneration(TEST_PASS, store)).toMatchObject({ qualified: 2 });
    expect(await buildGeneration({ ...TEST_PASS, cause: "day" }, store)).toMatchObject({ qualified: 0 });
    const changes = await store.db.select().from(stageChanges).orderBy(stageChanges.leadId);
    expect(changes.map(({ leadId, fromStage, cause }) => ({ leadId, fromStage, cause }))).toEqual([
      { leadId: lead, fromStage: "lead", cause: "publish" },
      { leadId: due, fromStage: "recycled", cause: "publish" },
    ]);
    // Fit 30 and engagement 40, half and half.
    expect(changes[0]).toMatchObject({ fit: 3000, engagement: 4000, combined: 3500, toStage: "marketing_qualified" });
    const next = { ...TEST_PASS, cause: "day", day: TEST_DAY + 1, now: () => daysAgo(-1) } as const;
    expect(await buildGeneration(next, store)).toMatchObject({ qualified: 1 });
  });
});

describe("two passes at once", () => {
  it("come one after the other, and both leave exact scores", async () => {
    await addTestVersion(store.db);
    await addManyLeads(store.db, 10);
    const [one, other] = await Promise.all([buildGeneration(TEST_PASS, store), buildGeneration(TEST_PASS, store)]);
    expect([one.generationId, other.generationId].sort()).toEqual([1, 2]);
    expect((await findCurrentGeneration(store.db))?.id).toBe(2);
    await expectExactScores(store.db);
  });
});
