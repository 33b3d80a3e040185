import { afterAll, beforeAll, expect, it } from "vitest";
import type { Generation } from "#db/queries/current-generation.ts";
import { measurePast } from "#db/queries/measure-past.ts";
import { findPreview } from "#db/queries/preview.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addManyLeads, scoreManyLeads } from "#db/test/pass-fixtures.ts";
import { addTestLead, daysAgo, testDefinition } from "#db/test/scoring-fixtures.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { BASE_PARTS } from "#lib/preview/answer.ts";
import { factorSumsOf } from "#lib/preview/factor-sums.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { fromSteps, unpackColumn, unpackMeasured } from "#lib/preview/pack.ts";
import { reachOf } from "#lib/preview/reach.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { askPreview, digestOf } from "./ask-preview.ts";
import { measurePastBase } from "./measure-past.ts";

const REACH = reachOf(testDefinition());
const CRITERIA = criteriaOf(testDefinition());
const MOST = 60;

let store: TestDatabase;
let generation: Generation;
let modelId: number;

beforeAll(async () => {
  store = await createTestDatabase();
  ({ generation, modelId } = await scoreManyLeads(store, 40));
});
afterAll(() => store.drop());

async function measure(criterion: Criterion): Promise<number> {
  const under = { generationId: generation.id };
  const baseId = await askPreview({ kind: "past", modelId, under, reach: REACH, criteria: [criterion] }, store.db);
  if (baseId === null) throw new Error("There is no such model.");
  expect(await measurePastBase({ baseId, now: () => TEST_TIME, most: MOST }, store)).toBe(1);
  return baseId;
}

/** What the base holds of a criterion, by lead and day. */
async function read(baseId: number, criterion: Criterion) {
  const parts = [BASE_PARTS.leadIds, BASE_PARTS.days];
  const found = await findPreview({ baseId, digests: [digestOf(criterion)], parts }, store.db);
  const part = (name: string) => found?.columns.get(name) ?? new Uint8Array();
  const size = found?.size ?? 0;
  const leadIds = fromSteps(await unpackColumn(part(BASE_PARTS.leadIds), size));
  const days = await unpackColumn(part(BASE_PARTS.days), size);
  const column = await unpackMeasured(part(digestOf(criterion)), size);
  const sums = factorSumsOf(criterion, column, new Int32Array(size));
  const { past } = found ?? {};
  return new Map([...sums].map((sum, row) => [`${leadIds[row]} ${past?.days[days[row] ?? -1]?.day}`, sum] as const));
}

/** The same of all leads. */
async function measuredNow(criterion: Criterion) {
  const query = { generation, modelId, reach: REACH, criteria: [criterion], most: 100_000 };
  const { leadIds, places, columns, span } = await measurePast(query, store.db);
  const column = columns.get(measureKey(criterion)) ?? new Int32Array(leadIds.length);
  const sums = factorSumsOf(criterion, column, new Int32Array(leadIds.length));
  return new Map([...sums].map((sum, row) => [`${leadIds[row]} ${span.days[places[row] ?? -1]?.day}`, sum] as const));
}

it("a rule that is asked for later is measured of the sample that is there, however many leads came since", async () => {
  const [first, ...later] = CRITERIA;
  if (!first) throw new Error("There are no criteria.");
  const baseId = await measure(first);
  const sampled = await read(baseId, first);
  expect(sampled.size).toBeGreaterThan(10);
  expect(sampled.size).toBeLessThan((await measuredNow(first)).size);
  // Many more, and one from before all days that were measured.
  await addManyLeads(store.db, 200);
  await addTestLead(store.db, { createdAt: daysAgo(900) });
  for (const criterion of later) {
    expect(await measure(criterion)).toBe(baseId);
    const all = await measuredNow(criterion);
    const column = await read(baseId, criterion);
    expect([...column.keys()]).toEqual([...sampled.keys()]);
    for (const [row, sum] of column) expect([row, sum]).toEqual([row, all.get(row)]);
  }
});
