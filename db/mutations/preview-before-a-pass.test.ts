import { beforeEach, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { findPreview } from "#db/queries/preview.ts";
import { imports, previewBases } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { addManyLeads, TEST_PASS } from "#db/test/pass-fixtures.ts";
import { addTestOrganisation, addTestVersion, TEST_DAY, testDefinition } from "#db/test/scoring-fixtures.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { factorSumsOf } from "#lib/preview/factor-sums.ts";
import { unpackMeasured } from "#lib/preview/pack.ts";
import { askPreview, digestOf } from "./ask-preview.ts";
import { buildGeneration } from "./build-generation.ts";
import { measurePreview } from "./measure-preview.ts";
import { saveDraft } from "./save-draft.ts";

const openDatabase = testDatabases();
const definition = testDefinition();
const criteria = criteriaOf(definition);
let store: TestDatabase;
let modelId: number;

beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
  await addManyLeads(store.db, 30);
  const userId = await addTestUser(store.db, { role: "marketer" });
  const draft = { modelId: null, definition, revision: null, baseVersionId: null, userId, at: TEST_TIME };
  const saved = await saveDraft(draft, store.db);
  if (!saved.ok) throw new Error("The draft was not saved.");
  modelId = saved.value.modelId;
});

async function ask(under: Parameters<typeof askPreview>[0]["under"]): Promise<number> {
  const baseId = await askPreview({ kind: "now", modelId, under, reach: definition, criteria }, store.db);
  if (baseId === null) throw new Error("There is no such model.");
  await measurePreview({ baseId, now: () => TEST_TIME }, store);
  return baseId;
}
async function columnsOf(baseId: number): Promise<Int32Array[]> {
  const digests = criteria.map(digestOf);
  const found = await findPreview({ baseId, digests, parts: [] }, store.db);
  if (!found) throw new Error("The base was not made.");
  const sums = criteria.map(async (criterion) => {
    const packed = found.columns.get(digestOf(criterion));
    if (!packed) return [];
    return [factorSumsOf(criterion, await unpackMeasured(packed, found.size), new Int32Array(found.size))];
  });
  return (await Promise.all(sums)).flat();
}
const TODAY = { generationId: null, day: TEST_DAY } as const;

it("the very first model moves the same leads before its pass as after it", async () => {
  const before = await columnsOf(await ask(TODAY));
  expect(before).toHaveLength(criteria.length);
  expect(before.flatMap((column) => [...column]).filter((sum) => sum > 0).length).toBeGreaterThan(10);
  await addTestVersion(store.db, definition, modelId);
  await buildGeneration(TEST_PASS, store);
  const generation = await findCurrentGeneration(store.db);
  expect(await columnsOf(await ask({ generationId: generation?.id ?? 0 }))).toEqual(before);
});

it("before the first pass leads are measured again after an import and on another day, and else not", async () => {
  const first = await ask(TODAY);
  expect(await ask(TODAY)).toBe(first);
  expect(await ask({ generationId: null, day: TEST_DAY + 1 })).not.toBe(first);
  await store.db.insert(imports).values({
    kind: "leads",
    status: "done",
    isDryRun: false,
    fileName: "leads.csv",
    filePath: "leads.csv",
    fileBytes: 1,
    fileSha256: "",
    mapping: {},
    createdAt: TEST_TIME,
    finishedAt: TEST_TIME,
  });
  expect(await ask(TODAY)).not.toBe(first);
});

it("what was measured before the first pass goes with the pass", async () => {
  await ask(TODAY);
  await addTestVersion(store.db, definition, modelId);
  await buildGeneration(TEST_PASS, store);
  await buildGeneration(TEST_PASS, store);
  expect(await store.db.select().from(previewBases)).toEqual([]);
});
