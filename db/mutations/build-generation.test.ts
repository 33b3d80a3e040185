import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { connectBulk } from "#db/bulk.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { planGeneration } from "#db/queries/generation-plan.ts";
import { accounts, dueLeads, generations, leadScores, leads, stageChanges, touchedLeads } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { addAdjustment } from "./add-adjustment.ts";
import { bringUpToDate, buildGeneration } from "./build-generation.ts";
import { dropRetiredGenerations } from "./clean-generations.ts";
import { fillGeneration } from "./fill-generation.ts";
import { markLeadsDue } from "./mark-leads-due.ts";
import { openGeneration } from "./open-generation.ts";
import { recordEvents } from "./record-events.ts";
import { rememberDueLeads } from "./remember-due-leads.ts";
import { scoreLeads } from "./score-leads.ts";

const now = () => TEST_TIME;
const pass = { cause: "publish", day: TEST_DAY, now } as const;
const databases: TestDatabase[] = [];
let store: TestDatabase;

beforeEach(async () => {
  store = await createTestDatabase();
  databases.push(store);
  await addTestOrganisation(store.db);
});
afterAll(async () => {
  for (const database of databases) await database.drop();
});

const partitions = async () =>
  (
    await store.db.execute<{ name: string }>(
      sql`select relname as name from pg_class where relname ~ '^lead_scores_g\\d+$' order by oid`,
    )
  ).map(({ name }) => name);

/** Leads of many kinds: with and without an account, a history, events, an adjustment, a right to be scored. */
async function addManyLeads(count: number): Promise<number[]> {
  const { db } = store;
  const actor = await addTestUser(db, { role: "admin" });
  const [account] = await db
    .insert(accounts)
    .values({ name: "Large", employees: 400, createdAt: daysAgo(400), updatedAt: daysAgo(400) })
    .returning({ id: accounts.id });
  const leadIds: number[] = [];
  for (let n = 0; n < count; n++) {
    const leadId = await addTestLead(db, {
      jobTitle: [null, "Sales Director", "Engineer"][n % 3],
      accountId: n % 4 === 0 ? account?.id : null,
      mayScore: n % 7 !== 3,
      stage: n % 5 === 4 ? "customer" : "lead",
      createdAt: daysAgo(10 * n + 1),
    });
    leadIds.push(leadId);
    for (let e = 0; e < n % 6; e++)
      await addTestEvent(db, leadId, {
        type: ["page_viewed", "demo_requested", "video_played"][(n + e) % 3] ?? "",
        at: new Date(daysAgo(7 * e).getTime() - n * 3_600_000),
        asset: e % 2 === 0 ? `page ${n % 2}` : undefined,
        properties: e % 3 === 0 ? undefined : { minutes: e },
      });
    if (n % 6 === 5)
      await addAdjustment(
        {
          leadId,
          viewer: { userId: actor, role: "admin" },
          axis: "fit",
          centipoints: -750,
          reason: "Known",
          firstDay: TEST_DAY,
          lastDay: null,
          at: daysAgo(1),
        },
        db,
      );
  }
  return leadIds;
}

describe("a pass over all leads", () => {
  it("stores what the pure function gives, to the last digit", async () => {
    await addTestVersion(store.db);
    await addManyLeads(1);
    const lead = await addTestLead(store.db, { jobTitle: "Sales Director" });
    await addTestEvent(store.db, lead, { type: "demo_requested", at: daysAgo(30) });
    const built = await buildGeneration(pass, store);
    expect(built).toMatchObject({ leads: 2, scored: 2 });
    const [row] = await store.db.select().from(leadScores).where(eq(leadScores.leadId, lead));
    // Fit 30; 40 halved by 30 days at a half-life of 30; mixed half and half.
    expect(row).toMatchObject({ fit: 3000, engagement: 2000, combined: 2500, newestEventAt: daysAgo(30) });
    expect(await expectExactScores(store.db)).toBe(2);
  });

  it("gives the same as scoring lead by lead, under several models", async () => {
    const segment = { field: "account.employees", op: "at_least", value: 100 };
    await addTestVersion(store.db, testDefinition({ segment, stages: ["lead"], eventsFrom: "stage_entered" }));
    await addTestVersion(store.db, testDefinition({ stages: ["lead", "marketing_qualified"] }));
    const leadIds = await addManyLeads(40);
    const built = await buildGeneration(pass, store);
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
    await buildGeneration(pass, store);
    expect((await store.db.select().from(leadScores)).map(({ leadId }) => leadId)).toEqual([lead]);
    await store.db.update(leads).set({ mayScore: sql`not ${leads.mayScore}` });
    await store.db.transaction((tx) => scoreLeads({ leadIds: [refused, lead], at: TEST_TIME, cause: "person" }, tx));
    expect((await store.db.select().from(leadScores)).map(({ leadId }) => leadId)).toEqual([refused]);
  });

  it("needs a published model", async () => {
    await expect(buildGeneration(pass, store)).rejects.toThrow("No model has been published yet.");
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

describe("the switch to a new generation", () => {
  it("misses no event that arrives meanwhile", async () => {
    const { modelId } = await addTestVersion(store.db);
    const leadIds = await addManyLeads(30);
    await buildGeneration(pass, store);
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
      await buildGeneration(pass, store);
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

  it("keeps the old scores for those who still read them, for five minutes", async () => {
    await addTestVersion(store.db);
    await addManyLeads(3);
    await buildGeneration(pass, store);
    await buildGeneration(pass, store);
    expect(await partitions()).toEqual(["lead_scores_g1", "lead_scores_g2"]);
    expect(await dropRetiredGenerations({ at: TEST_TIME }, store.db)).toBe(0);
    const later = new Date(TEST_TIME.getTime() + 5 * 60_000 + 1);
    expect(await dropRetiredGenerations({ at: later }, store.db)).toBe(1);
    expect(await dropRetiredGenerations({ at: later }, store.db)).toBe(0);
    expect(await partitions()).toEqual(["lead_scores_g2"]);
  });

  it("hands over who newly qualifies, with the cause of the pass and once only", async () => {
    await addTestVersion(store.db);
    const lead = await addTestLead(store.db, { jobTitle: "Director" });
    const recycled = { stage: "recycled", jobTitle: "Director" } as const;
    const due = await addTestLead(store.db, { ...recycled, returnsOn: TEST_DAY });
    const waiting = await addTestLead(store.db, { ...recycled, returnsOn: TEST_DAY + 1 });
    for (const leadId of [lead, due, waiting])
      await addTestEvent(store.db, leadId, { type: "demo_requested", at: TEST_TIME });
    expect(await buildGeneration(pass, store)).toMatchObject({ qualified: 2 });
    expect(await buildGeneration({ ...pass, cause: "day" }, store)).toMatchObject({ qualified: 0 });
    const changes = await store.db.select().from(stageChanges).orderBy(stageChanges.leadId);
    expect(changes.map(({ leadId, fromStage, cause }) => ({ leadId, fromStage, cause }))).toEqual([
      { leadId: lead, fromStage: "lead", cause: "publish" },
      { leadId: due, fromStage: "recycled", cause: "publish" },
    ]);
    // Fit 30 and engagement 40, half and half.
    expect(changes[0]).toMatchObject({ fit: 3000, engagement: 4000, combined: 3500, toStage: "marketing_qualified" });
    const next = { ...pass, cause: "day", day: TEST_DAY + 1, now: () => daysAgo(-1) } as const;
    expect(await buildGeneration(next, store)).toMatchObject({ qualified: 1 });
  });
});

describe("two passes at once", () => {
  it("come one after the other, and both leave exact scores", async () => {
    await addTestVersion(store.db);
    await addManyLeads(10);
    const [one, other] = await Promise.all([buildGeneration(pass, store), buildGeneration(pass, store)]);
    expect([one.generationId, other.generationId].sort()).toEqual([1, 2]);
    expect((await findCurrentGeneration(store.db))?.id).toBe(2);
    await expectExactScores(store.db);
  });
});

describe("a pass that does not come to its end", () => {
  it("when stopped leaves the scores in force as they were, and nothing behind", async () => {
    await addTestVersion(store.db);
    await addManyLeads(5);
    await buildGeneration(pass, store);
    const before = await store.db.select().from(leadScores).orderBy(leadScores.leadId);
    await expect(buildGeneration({ ...pass, signal: AbortSignal.abort() }, store)).rejects.toThrow();
    expect(await store.db.select().from(leadScores).orderBy(leadScores.leadId)).toEqual(before);
    expect((await findCurrentGeneration(store.db))?.id).toBe(1);
    expect(await partitions()).toEqual(["lead_scores_g1"]);
    const [row] = await store.db.select().from(generations).where(eq(generations.id, 2));
    expect(row?.status).toBe("failed");
  });

  it("stops when something else is published meanwhile, and the newest comes in force", async () => {
    const { modelId } = await addTestVersion(store.db);
    await addManyLeads(5);
    // Nobody can read the events until the transaction ends.
    const reader = await connectBulk(store.url);
    await reader.query("begin; lock table events in access exclusive mode");
    const building = buildGeneration(pass, store);
    const isFilling = () => store.db.$count(generations, eq(generations.status, "building"));
    await expect.poll(isFilling, { timeout: 10_000 }).toBe(1);
    const { versionId } = await addTestVersion(store.db, testDefinition({ mix: { fit: 20, engagement: 80 } }), modelId);
    await sleep(1200);
    await reader.end();
    const { generationId } = await building;
    const rows = await store.db.select().from(generations).orderBy(generations.id);
    expect(rows.map(({ status, versionIds }) => [status, versionIds.at(-1)])).toEqual([
      ["failed", versionId - 1],
      ["current", versionId],
    ]);
    expect(generationId).toBe(rows[1]?.id);
    expect(await partitions()).toEqual([`lead_scores_g${generationId}`]);
    await expectExactScores(store.db);
  });

  it("when killed half-way is cleared up by the next", async () => {
    await addTestVersion(store.db);
    const [lead = 0] = await addManyLeads(5);
    const plan = await planGeneration({ day: TEST_DAY }, store.db);
    if (!plan) throw new Error("There is no organisation.");
    const generation = await openGeneration({ plan, cause: "publish", at: TEST_TIME }, store.db);
    await fillGeneration({ generation }, store);
    await store.db.transaction((tx) => scoreLeads({ leadIds: [lead], at: TEST_TIME, cause: "person" }, tx));
    expect(await store.db.select().from(touchedLeads)).toEqual([{ leadId: lead, generationId: generation.id }]);
    await buildGeneration(pass, store);
    expect(await partitions()).toEqual(["lead_scores_g2"]);
    expect(await store.db.select().from(touchedLeads)).toEqual([]);
    await expectExactScores(store.db);
  });
});

describe("leads that are due", () => {
  it("are scored by the pass as well", async () => {
    await addTestVersion(store.db);
    const leadIds = await addManyLeads(2);
    await markLeadsDue({ leadIds, at: TEST_TIME }, store.db);
    await buildGeneration(pass, store);
    expect(await store.db.select().from(dueLeads)).toEqual([]);
  });

  it("stay due when their facts change once more while the pass runs", async () => {
    const [one = 0, other = 0] = await addManyLeads(2);
    await markLeadsDue({ leadIds: [one, other], at: TEST_TIME }, store.db);
    const remembered = await rememberDueLeads(store);
    await markLeadsDue({ leadIds: [other], at: TEST_TIME }, store.db);
    await remembered.settle();
    await remembered.forget();
    expect((await store.db.select().from(dueLeads)).map(({ leadId }) => leadId)).toEqual([other]);
  });
});
