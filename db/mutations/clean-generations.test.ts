import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { planGeneration } from "#db/queries/generation-plan.ts";
import { generations, leadScores, touchedLeads } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addManyLeads, listPartitions, TEST_PASS } from "#db/test/pass-fixtures.ts";
import { addTestOrganisation, addTestVersion, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { buildGeneration } from "./build-generation.ts";
import { dropRetiredGenerations } from "./clean-generations.ts";
import { fillGeneration } from "./fill-generation.ts";
import { openGeneration } from "./open-generation.ts";
import { scoreLeads } from "./score-leads.ts";

const openDatabase = testDatabases();
let store: TestDatabase;

beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
});

describe("a generation that is no longer in force", () => {
  it("keeps its scores for those who still read them, for five minutes", async () => {
    await addTestVersion(store.db);
    await addManyLeads(store.db, 3);
    await buildGeneration(TEST_PASS, store);
    await buildGeneration(TEST_PASS, store);
    expect(await listPartitions(store.db)).toEqual(["lead_scores_g1", "lead_scores_g2"]);
    expect(await dropRetiredGenerations({ at: TEST_TIME }, store.db)).toBe(0);
    const later = new Date(TEST_TIME.getTime() + 5 * 60_000 + 1);
    expect(await dropRetiredGenerations({ at: later }, store.db)).toBe(1);
    expect(await dropRetiredGenerations({ at: later }, store.db)).toBe(0);
    expect(await listPartitions(store.db)).toEqual(["lead_scores_g2"]);
  });
});

describe("a pass that does not come to its end", () => {
  it("when stopped leaves the scores in force as they were, and nothing behind", async () => {
    await addTestVersion(store.db);
    await addManyLeads(store.db, 5);
    await buildGeneration(TEST_PASS, store);
    const before = await store.db.select().from(leadScores).orderBy(leadScores.leadId);
    await expect(buildGeneration({ ...TEST_PASS, signal: AbortSignal.abort() }, store)).rejects.toThrow();
    expect(await store.db.select().from(leadScores).orderBy(leadScores.leadId)).toEqual(before);
    expect((await findCurrentGeneration(store.db))?.id).toBe(1);
    expect(await listPartitions(store.db)).toEqual(["lead_scores_g1"]);
    const [row] = await store.db.select().from(generations).where(eq(generations.id, 2));
    expect(row?.status).toBe("failed");
  });

  it("when killed half-way is cleared up by the next", async () => {
    await addTestVersion(store.db);
    const [lead = 0] = await addManyLeads(store.db, 5);
    const plan = await planGeneration({ day: TEST_DAY }, store.db);
    if (!plan) throw new Error("There is no organisation.");
    const generation = await openGeneration({ plan, cause: "publish", at: TEST_TIME }, store.db);
    await fillGeneration({ generation }, store);
    await store.db.transaction((tx) => scoreLeads({ leadIds: [lead], at: TEST_TIME, cause: "person" }, tx));
    expect(await store.db.select().from(touchedLeads)).toEqual([{ leadId: lead, generationId: generation.id }]);
    await buildGeneration(TEST_PASS, store);
    expect(await listPartitions(store.db)).toEqual(["lead_scores_g2"]);
    expect(await store.db.select().from(touchedLeads)).toEqual([]);
    await expectExactScores(store.db);
  });
});
