import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Generation } from "#db/queries/current-generation.ts";
import { measureLeads } from "#db/queries/measure-leads.ts";
import { findPreview, type StoredPreview } from "#db/queries/preview.ts";
import { leads, previewBases } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addManyLeads, scoreManyLeads, TEST_PASS } from "#db/test/pass-fixtures.ts";
import { addTestLead, daysAgo, testDefinition } from "#db/test/scoring-fixtures.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { BASE_PARTS } from "#lib/preview/answer.ts";
import { factorSumsOf } from "#lib/preview/factor-sums.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { fromSteps, unpackColumn, unpackMeasured } from "#lib/preview/pack.ts";
import type { Reach } from "#lib/preview/reach.ts";
import { ONE } from "#lib/scoring/decay.ts";
import { type Criterion, criterionSchema } from "#lib/scoring/definition.ts";
import { askPreview, digestOf } from "./ask-preview.ts";
import { buildGeneration } from "./build-generation.ts";
import { measurePreview } from "./measure-preview.ts";

const REACH: Reach = { segment: null, stages: null, eventsFrom: "always" };
const CRITERIA = criteriaOf(testDefinition());
const now = () => TEST_TIME;

let store: TestDatabase;
let generation: Generation;
let modelId: number;

beforeAll(async () => {
  store = await createTestDatabase();
  ({ generation, modelId } = await scoreManyLeads(store, 30));
});
afterAll(() => store.drop());

async function ask(criteria: readonly Criterion[], reach: Reach = REACH): Promise<number> {
  const baseId = await askPreview(
    { kind: "now", modelId, under: { generationId: generation.id }, reach, criteria },
    store.db,
  );
  if (baseId === null) throw new Error("There is no such model.");
  return baseId;
}
const measure = (baseId: number) => measurePreview({ baseId, now }, store);

async function read(baseId: number, criterion: Criterion) {
  const digest = digestOf(criterion);
  const found = await findPreview({ baseId, digests: [digest], parts: [BASE_PARTS.leadIds] }, store.db);
  const packed = found?.columns.get(digest);
  if (!found || !packed) return null;
  const leadIds = await leadIdsOf(found);
  const column = await unpackMeasured(packed, found.size);
  const sums = factorSumsOf(criterion, column, new Int32Array(found.size));
  return new Map([...leadIds].map((leadId, row) => [leadId, sums[row]] as const));
}

async function leadIdsOf({ columns, size }: StoredPreview) {
  return fromSteps(await unpackColumn(columns.get(BASE_PARTS.leadIds) ?? new Uint8Array(), size));
}

describe("a base that an editor asked for", () => {
  it("is there once the worker has measured it, and is measured once", async () => {
    const baseId = await ask(CRITERIA);
    expect(await findPreview({ baseId, digests: [], parts: [BASE_PARTS.leadIds] }, store.db)).toBeNull();
    const [first, second] = await Promise.all([measure(baseId), measure(baseId)]);
    expect([first, second].sort()).toEqual([0, CRITERIA.length]);
    for (const criterion of CRITERIA) expect((await read(baseId, criterion))?.size).toBeGreaterThan(20);
    expect(await ask(CRITERIA)).toBe(baseId);
    expect(await measure(baseId)).toBe(0);
  });

  it("gets a column of a rule that is new, for the leads it has, whoever came and went since", async () => {
    const baseId = await ask(CRITERIA);
    await measure(baseId);
    const director = criterionSchema.parse({
      type: "attribute",
      key: "named",
      label: "Named",
      points: 5,
      condition: { field: "last_name", op: "equals", value: "Jansen" },
    });
    const base = await findPreview({ baseId, digests: [], parts: [BASE_PARTS.leadIds] }, store.db);
    const leadIds = base && (await leadIdsOf(base));
    const [gone = 0, changed = 0] = leadIds ?? [];
    await addTestLead(store.db, { createdAt: daysAgo(1) });
    await store.db.update(leads).set({ mayScore: false }).where(eq(leads.id, gone));
    await store.db.update(leads).set({ lastName: "Peeters" }).where(eq(leads.id, changed));
    expect(await ask([director])).toBe(baseId);
    expect(await read(baseId, director)).toBeNull();
    expect(await measure(baseId)).toBe(1);
    const sums = await read(baseId, director);
    expect([...(sums?.keys() ?? [])]).toEqual([...(leadIds ?? [])]);
    expect([sums?.get(gone), sums?.get(changed)]).toEqual([0, 0]);
    expect([...(sums?.values() ?? [])].filter((sum) => sum === ONE)).toHaveLength((leadIds?.length ?? 0) - 2);
  });

  it("is another for another reach, and gone with its generation", async () => {
    const baseId = await ask(CRITERIA);
    const customers = { ...REACH, stages: ["customer"] };
    const other = await ask([], customers);
    expect(other).not.toBe(baseId);
    await measure(other);
    expect(
      (await findPreview({ baseId: other, digests: [], parts: [BASE_PARTS.leadIds] }, store.db))?.size,
    ).toBeLessThan(10);
    const later = (minutes: number) => () => new Date(TEST_TIME.getTime() + minutes * 60_000);
    await buildGeneration({ ...TEST_PASS, now: later(1) }, store);
    await buildGeneration({ ...TEST_PASS, now: later(10) }, store);
    await buildGeneration({ ...TEST_PASS, now: later(20) }, store);
    expect(await store.db.select().from(previewBases)).toEqual([]);
    expect(await measure(baseId)).toBe(0);
  });

  it("of a sample gets a column of a rule that is new for that sample, however many leads came since", async () => {
    const reach = { ...REACH, stages: ["lead"] };
    const [first, ...later] = CRITERIA;
    if (!first) throw new Error("There are no criteria.");
    const measureSome = (baseId: number) => measurePreview({ baseId, now, most: 20 }, store);
    const baseId = await ask([first], reach);
    await measureSome(baseId);
    const sampled = (await read(baseId, first))?.size;
    await addManyLeads(store.db, 60);
    await ask(later, reach);
    await measureSome(baseId);
    for (const criterion of later) {
      const query = { generation, modelId, reach, criteria: [criterion], most: 1_000 };
      const { leadIds, columns } = await measureLeads(query, store);
      const column = columns.get(measureKey(criterion)) ?? new Int32Array();
      const sums = factorSumsOf(criterion, column, new Int32Array(leadIds.length));
      const all = new Map([...leadIds].map((leadId, row) => [leadId, sums[row]] as const));
      const found = await read(baseId, criterion);
      expect(found?.size).toBe(sampled);
      for (const [leadId, sum] of found ?? []) expect([leadId, sum]).toEqual([leadId, all.get(leadId)]);
    }
  });
});
