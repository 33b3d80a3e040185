import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { connectBulk } from "#db/bulk.ts";
import { planGeneration } from "#db/queries/generation-plan.ts";
import { generations, organisation } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addManyLeads, listPartitions, TEST_PASS } from "#db/test/pass-fixtures.ts";
import { addTestOrganisation, addTestVersion, TEST_DAY, testDefinition } from "#db/test/scoring-fixtures.ts";
import { buildGeneration } from "./build-generation.ts";
import { openGeneration } from "./open-generation.ts";
import { PassOutdated, type WatchedPlan, watchPlan } from "./watch-plan.ts";

/** The plan is looked at twice a second. */
const openDatabase = testDatabases();
let store: TestDatabase;

beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
});

async function watchNewPass(): Promise<WatchedPlan> {
  const plan = await planGeneration({ day: TEST_DAY }, store.db);
  if (!plan) throw new Error("There is no organisation.");
  return watchPlan(await openGeneration({ plan, cause: "publish", at: TEST_TIME }, store.db), store.db);
}

it("a pass is stopped when something else is published, or the zone changed", async () => {
  const { modelId } = await addTestVersion(store.db);
  const published = await watchNewPass();
  await addTestVersion(store.db, testDefinition({ mix: { fit: 20, engagement: 80 } }), modelId);
  await expect.poll(() => published.signal.reason).toBeInstanceOf(PassOutdated);
  await published.end();
  const moved = await watchNewPass();
  await store.db.update(organisation).set({ timeZone: "Pacific/Apia" });
  await expect.poll(() => moved.signal.reason).toBeInstanceOf(PassOutdated);
  await moved.end();
});

it("a pass never puts in force what something else was published over meanwhile", async () => {
  const { modelId } = await addTestVersion(store.db);
  await addManyLeads(store.db, 5);
  // Nobody can read the events until the transaction ends.
  const reader = await connectBulk(store.url);
  await reader.query("begin; lock table events in access exclusive mode");
  const building = buildGeneration(TEST_PASS, store);
  const isFilling = () => store.db.$count(generations, eq(generations.status, "building"));
  await expect.poll(isFilling).toBe(1);
  const { versionId } = await addTestVersion(store.db, testDefinition({ mix: { fit: 20, engagement: 80 } }), modelId);
  await reader.end();
  const { generationId } = await building;
  const rows = await store.db.select().from(generations).orderBy(generations.id);
  expect(rows.map(({ status, versionIds }) => [status, versionIds.at(-1)])).toEqual([
    ["failed", versionId - 1],
    ["current", versionId],
  ]);
  expect(generationId).toBe(rows[1]?.id);
  expect(await listPartitions(store.db)).toEqual([`lead_scores_g${generationId}`]);
  await expectExactScores(store.db);
});
