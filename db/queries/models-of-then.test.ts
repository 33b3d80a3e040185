import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { modelOrders, modelVersions } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import {
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_ZONE,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import type { Condition } from "#lib/scoring/condition.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { measurePast } from "./measure-past.ts";

const titled = (title: string): Condition => ({ field: "job_title", op: "contains_word", value: title });
const taking = (title: string) => testDefinition({ segment: titled(title) });

let store: TestDatabase;
let ids: Record<"director" | "engineer" | "buyer", number>;
let modelIds: Record<"others" | "edited" | "late", number>;

/**
 * The model before the edited one took directors until 100 days ago, and takes engineers since. Until 200 days ago it
 * stood behind the edited one. A third one, which takes buyers, came first 40 days ago.
 */
beforeAll(async () => {
  store = await createTestDatabase();
  const { db } = store;
  await addTestOrganisation(db);
  const { modelId: late } = await addTestVersion(db, taking("Buyer"));
  const { modelId: others } = await addTestVersion(db, taking("Director"));
  const { modelId: edited } = await addTestVersion(db, testDefinition());
  modelIds = { others, edited, late };
  const publish = (modelId: number, days: number) => ({ publishedAt: daysAgo(days), modelId });
  await db.delete(modelVersions);
  await db.insert(modelVersions).values([
    { ...publish(others, 400), number: 1, definition: taking("Director") },
    { ...publish(edited, 400), number: 1, definition: testDefinition() },
    { ...publish(others, 100), number: 2, definition: taking("Engineer") },
    { ...publish(late, 40), number: 1, definition: taking("Buyer") },
  ]);
  await db.insert(modelOrders).values([
    { modelIds: [edited, others], until: daysAgo(200) },
    { modelIds: [others, edited], until: daysAgo(40) },
  ]);
  const added = (jobTitle: string) => addTestLead(db, { jobTitle, createdAt: daysAgo(380) });
  ids = { director: await added("Director"), engineer: await added("Engineer"), buyer: await added("Buyer") };
  await buildGeneration(TEST_PASS, store);
});
afterAll(() => store.drop());

/** On which of some days the edited model has a lead, in days ago. */
async function daysOf(modelId: number, leadId: number): Promise<string> {
  const generation = await findCurrentGeneration(store.db);
  if (!generation) throw new Error("Nothing is in force.");
  const query = { generation, modelId, reach: testDefinition(), criteria: [], most: 1000 };
  const { leadIds, places, span } = await measurePast(query, store.db);
  const mine = new Set([...leadIds].flatMap((id, row) => (id === leadId ? [places[row]] : [])));
  return span.days.map((_, place) => (mine.has(place) ? "x" : "-")).join("");
}

/** A mark for each day of the past: whether the instant of its cut lies in a span of days ago. */
async function marks(isMine: (cut: number) => boolean): Promise<string> {
  const generation = await findCurrentGeneration(store.db);
  if (!generation) throw new Error("Nothing is in force.");
  const query = { generation, modelId: modelIds.edited, reach: testDefinition(), criteria: [], most: 1000 };
  const { span } = await measurePast(query, store.db);
  return span.days.map(({ day }) => (isMine(startOfDay(day, TEST_ZONE)) ? "x" : "-")).join("");
}
const since = (days: number) => (cut: number) => cut > daysAgo(days).getTime();

describe("on days of the past the edited model has who was left by the models before it", () => {
  it("as these were published then, and where they stood then", async () => {
    const { edited } = modelIds;
    expect(await daysOf(edited, ids.director)).toBe(await marks((cut) => !since(200)(cut) || since(100)(cut)));
    expect(await daysOf(edited, ids.engineer)).toBe(await marks((cut) => !since(100)(cut)));
    expect(await daysOf(edited, ids.buyer)).toBe(await marks((cut) => !since(40)(cut)));
  });

  it("and before it was in force itself, by those of then that stand before it today", async () => {
    // Nobody stands before it today; since it is in force nobody did.
    expect(await daysOf(modelIds.late, ids.director)).toBe(await marks(() => true));
  });
});
