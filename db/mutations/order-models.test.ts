import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readModelCounts } from "#db/queries/model-counts.ts";
import { listModelHeads } from "#db/queries/model-heads.ts";
import { listVersions } from "#db/queries/models.ts";
import { readVersionSummaries } from "#db/queries/pass-summaries.ts";
import { findPreview } from "#db/queries/preview.ts";
import { listRulesInForce } from "#db/queries/rules-in-force.ts";
import { auditLog, generations } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import {
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { rulesAt } from "#lib/leads/score-history.ts";
import type { Condition } from "#lib/scoring/condition.ts";
import { askPreview } from "./ask-preview.ts";
import { bringUpToDate } from "./build-generation.ts";
import { measurePreview } from "./measure-preview.ts";
import { nameEventTypes } from "./name-event-parts.ts";
import { orderModels } from "./order-models.ts";
import { publishVersion } from "./publish-version.ts";
import { requireSignOff } from "./require-sign-off.ts";
import { restoreModel, retireModel } from "./retire-model.ts";
import { saveDraft } from "./save-draft.ts";

const openDatabase = testDatabases();
let store: TestDatabase;
/** Tried in this order: Germany, everybody in sales, the rest. */
let german: number;
let sales: number;
let rest: number;
let generation: Awaited<ReturnType<typeof findCurrentGeneration>>;

const GERMAN: Condition = { field: "country", op: "equals", value: "DE" };
const SALES: Condition = { field: "job_title", op: "contains_word", value: "sales" };

beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
  german = (await addTestVersion(store.db, testDefinition({ name: "German", segment: GERMAN }))).modelId;
  sales = (await addTestVersion(store.db, testDefinition({ name: "Sales", segment: SALES }))).modelId;
  rest = (await addTestVersion(store.db, testDefinition({ name: "Rest", segment: { field: "country", op: "is_set" } })))
    .modelId;
  for (const [country, jobTitle] of [
    ["DE", "Sales director"],
    ["DE", "Engineer"],
    ["NL", "Sales director"],
    ["NL", "Engineer"],
    [null, "Engineer"],
  ] as const)
    await addTestLead(store.db, { country, jobTitle });
  await pass();
});

async function pass(at = TEST_TIME): Promise<void> {
  await bringUpToDate({ now: () => at }, store);
  generation = await findCurrentGeneration(store.db);
}
async function counts(): Promise<number[]> {
  const { leads, none } = await readModelCounts({ generation }, store);
  return [...[german, sales, rest].map((id) => leads.get(id) ?? -1), none];
}
const order = (modelIds: number[], before = [german, sales, rest]) =>
  orderModels({ modelIds, before, userId: null, at: TEST_TIME }, store.db);

describe("several models", () => {
  it("each take the leads that none before them took, and some leads have none", async () => {
    expect(await counts()).toEqual([2, 1, 1, 1]);
    await expectExactScores(store.db);
  });

  it("are tried in another order once a pass has put it in force", async () => {
    expect(await order([sales, german, rest])).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await counts()).toEqual([2, 1, 1, 1]);
    await pass();
    expect(await counts()).toEqual([1, 2, 1, 1]);
    await expectExactScores(store.db);
    expect((await listModelHeads(store.db)).map(({ modelId }) => modelId)).toEqual([sales, german, rest]);
    const [last] = await store.db.select().from(generations).where(eq(generations.status, "current"));
    expect(last).toMatchObject({ cause: "models" });
    // No version was published: none has new effects.
    expect([...(await readVersionSummaries(store.db)).keys()]).toEqual([]);
    const written = await store.db.select({ action: auditLog.action, details: auditLog.details }).from(auditLog);
    expect(written).toEqual([
      { action: "models.ordered", details: { from: [german, sales, rest], to: [sales, german, rest] } },
    ]);
  });

  it("are put in order only by who saw them as they stand", async () => {
    expect(await order([german, sales])).toMatchObject({ refusal: { reason: "models_changed" } });
    expect(await order([german, rest, sales])).toMatchObject({ ok: true });
    expect(await order([sales, german, rest])).toMatchObject({ refusal: { reason: "models_changed" } });
    expect(await order([german, rest, sales], [german, rest, sales])).toMatchObject({ value: { isNew: false } });
  });
});

it("a draft that is put before others is measured anew, with the leads that they will lose", async () => {
  const segment: Condition = { field: "country", op: "in", values: ["DE", "NL"] };
  const definition = testDefinition({ name: "Draft", segment });
  const userId = await addTestUser(store.db, { role: "marketer" });
  const draft = { modelId: null, definition, revision: null, baseVersionId: null, userId, at: TEST_TIME };
  const saved = await saveDraft(draft, store.db);
  const modelId = saved.ok ? saved.value.modelId : 0;
  const reached = async () => {
    const asked = { kind: "now", modelId, under: { generationId: generation?.id ?? 0 }, criteria: [] } as const;
    const baseId = (await askPreview({ ...asked, reach: definition }, store.db)) ?? 0;
    await measurePreview({ baseId, now: () => TEST_TIME }, store);
    return (await findPreview({ baseId, digests: [], parts: [] }, store.db))?.size;
  };
  expect(await reached()).toBe(0);
  expect(await order([modelId, german, sales, rest], [german, sales, rest, modelId])).toMatchObject({ ok: true });
  expect(await reached()).toBe(4);
});

describe("a retired model", () => {
  const retire = (modelId: number) => retireModel({ modelId, userId: null, at: TEST_TIME }, store.db);

  it("scores no lead any more, and its versions stay to be read", async () => {
    expect(await retire(german)).toMatchObject({ ok: true });
    await pass();
    expect(await counts()).toEqual([-1, 2, 2, 1]);
    await expectExactScores(store.db);
    expect(await listVersions({ modelId: german }, store.db)).toMatchObject([{ number: 1, isInForce: false }]);
    expect(await listModelHeads(store.db)).toMatchObject([
      { modelId: sales, retiredAt: null },
      { modelId: rest, retiredAt: null },
      { modelId: german, retiredAt: TEST_TIME },
    ]);
  });

  it("can be taken into use again where it stood", async () => {
    await retire(german);
    await pass();
    expect(await restoreModel({ modelId: german, userId: null, at: TEST_TIME }, store.db)).toMatchObject({ ok: true });
    await pass();
    expect(await counts()).toEqual([2, 1, 1, 1]);
  });

  it("can be neither published nor drafted", async () => {
    await retire(german);
    const refused = { ok: false, refusal: { reason: "model_retired" } };
    const at = TEST_TIME;
    const definition = testDefinition({ mix: { fit: 10, engagement: 90 } });
    await nameEventTypes({ keys: ["demo_requested", "page_viewed", "video_played"], at }, store.db);
    const version = { modelId: german, definition, note: "", userId: null, at };
    expect(await publishVersion(version, store.db)).toMatchObject(refused);
    const draft = { modelId: german, definition, revision: null, baseVersionId: null, userId: 1, at };
    expect(await saveDraft(draft, store.db)).toMatchObject(refused);
  });

  it("is never the last one that scores", async () => {
    await retire(german);
    await retire(rest);
    expect(await retire(sales)).toMatchObject({ refusal: { reason: "last_model" } });
    expect(await retire(german)).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("with sign-off", () => {
  it("models are put in order, retired and taken into use again by a manager or an admin, not by a marketer", async () => {
    const [marketer, manager] = await Promise.all([
      addTestUser(store.db, { role: "marketer" }),
      addTestUser(store.db, { role: "manager" }),
    ]);
    const at = TEST_TIME;
    const wanted = { modelIds: [sales, german, rest], before: [german, sales, rest], at };
    const notBy = { refusal: { code: "forbidden", reason: "arranged_by_managers" } };
    await requireSignOff({ isRequired: true, actorId: manager, at }, store.db);
    expect(await orderModels({ ...wanted, userId: marketer }, store.db)).toMatchObject(notBy);
    expect(await retireModel({ modelId: german, userId: marketer, at }, store.db)).toMatchObject(notBy);
    expect(await orderModels({ ...wanted, userId: manager }, store.db)).toMatchObject({ ok: true });
    expect(await retireModel({ modelId: german, userId: manager, at }, store.db)).toMatchObject({ ok: true });
    expect(await restoreModel({ modelId: german, userId: marketer, at }, store.db)).toMatchObject(notBy);
    await requireSignOff({ isRequired: false, actorId: manager, at }, store.db);
    expect(await restoreModel({ modelId: german, userId: marketer, at }, store.db)).toMatchObject({ ok: true });
  });
});

it("a score of the past is reckoned with the models and the order of then", async () => {
  await order([sales, german, rest]);
  await store.db.execute("update model_versions set published_at = now() - interval '100 years'");
  await store.db.execute(`update model_orders set until = '${daysAgo(20).toISOString()}'`);
  await retireModel({ modelId: german, userId: null, at: daysAgo(10) }, store.db);
  await pass();
  const inForce = generation;
  if (!inForce) throw new Error("Nothing is in force.");
  const periods = await listRulesInForce({ generation: inForce, from: daysAgo(60) }, store.db);
  const modelsAt = (at: Date) =>
    rulesAt(periods, at.getTime()).models.map((model) => ("modelId" in model ? model.modelId : null));
  expect(modelsAt(daysAgo(30))).toEqual([german, sales, rest]);
  expect(modelsAt(daysAgo(15))).toEqual([sales, german, rest]);
  expect(modelsAt(daysAgo(5))).toEqual([sales, rest]);
});
