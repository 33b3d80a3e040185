import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { callAs, cookiesByCaller, nextHeaders, openTestInstallation } from "#app/_server/test/callers.ts";
import { modelDrafts } from "#db/schema/index.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { eventCriteriaOf } from "#lib/preview/newest-key.ts";
import { type Reach, reachOf } from "#lib/preview/reach.ts";
import { type Criterion, criterionSchema } from "#lib/scoring/definition.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const cookies = await cookiesByCaller(database.db);
const { TEST_TIME } = await import("#db/test/add-test-user.ts");
const { addManyLeads, TEST_PASS } = await import("#db/test/pass-fixtures.ts");
const { addTestOrganisation, addTestVersion, testDefinition } = await import("#db/test/scoring-fixtures.ts");
const { buildGeneration } = await import("#db/mutations/build-generation.ts");
const preview = await import("./route.ts");
const calls = await import("./calls/route.ts");

const published = testDefinition();
const draft = testDefinition({
  stages: ["lead"],
  mix: { fit: 40, engagement: 60 },
  // Makes no sense yet.
  segment: { field: "account.employees", op: "between", from: 500, to: 50 },
});
const spelling = criterionSchema.parse({
  type: "attribute",
  key: "director",
  label: "Director",
  points: 30,
  condition: { field: "email", op: "starts_with", value: "a" },
});
const clicks = criterionSchema.parse({
  type: "event",
  key: "demo",
  label: "Demo",
  points: 30,
  halfLifeDays: 30,
  events: { types: ["email_clicked"] },
});

let modelId: number;
let otherModelId: number;
beforeAll(async () => {
  const { db } = database;
  await addTestOrganisation(db);
  modelId = (await addTestVersion(db, published)).modelId;
  otherModelId = (await addTestVersion(db, testDefinition({ stages: ["customer"] }))).modelId;
  await db.insert(modelDrafts).values({ modelId, definition: draft, revision: 1, updatedAt: TEST_TIME });
  await addManyLeads(db, 5);
  await buildGeneration(TEST_PASS, database);
});
afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

function post(body: unknown): Request {
  return new Request("http://voorrang.test/api/preview", {
    method: "POST",
    headers: { host: "voorrang.test", origin: "http://voorrang.test" },
    body: JSON.stringify(body),
  });
}
const context = { params: Promise.resolve({}) };
const PUBLISHED = reachOf(published);

async function askLeads(reach: Reach, criteria: readonly Criterion[], model = modelId): Promise<number> {
  const body = { kind: "now", modelId: model, reach, criteria, baseId: null };
  const past = await preview.POST(post({ ...body, kind: "past" }), context);
  const now = await preview.POST(post(body), context);
  expect(past.status).toBe(now.status);
  return now.status;
}
async function askCalls(reach: Reach, newest: readonly (readonly Criterion[])[]): Promise<number> {
  return (await calls.POST(post({ modelId, reach, newest }), context)).status;
}

describe.each(["rep", "manager"] as const)("a %s, who may not edit models,", (role) => {
  test("has measured what the draft or a version of the model holds", async () => {
    callAs(cookies.get(role) ?? null);
    expect(await askLeads(PUBLISHED, criteriaOf(published))).toBe(200);
    expect(await askLeads({ ...reachOf(draft), segment: null }, criteriaOf(draft))).toBe(200);
    expect(await askCalls(PUBLISHED, [eventCriteriaOf(criteriaOf(published))])).toBe(200);
  });

  test("has nothing else measured: it would tell of leads of others what they hold", async () => {
    callAs(cookies.get(role) ?? null);
    expect(await askLeads(PUBLISHED, [...criteriaOf(published), spelling])).toBe(403);
    expect(await askLeads({ ...PUBLISHED, segment: { field: "email", op: "starts_with", value: "a" } }, [])).toBe(403);
    expect(await askLeads({ ...PUBLISHED, stages: ["customer"] }, [])).toBe(403);
    expect(await askLeads(PUBLISHED, criteriaOf(published), otherModelId)).toBe(403);
    expect(await askCalls(PUBLISHED, [[clicks]])).toBe(403);
    expect(await askCalls(PUBLISHED, [eventCriteriaOf(criteriaOf(published)).slice(0, 1)])).toBe(403);
    expect(await askCalls({ ...PUBLISHED, stages: ["customer"] }, [])).toBe(403);
  });
});

test("a marketer has anything measured", async () => {
  callAs(cookies.get("marketer") ?? null);
  expect(await askLeads({ ...PUBLISHED, stages: ["customer"] }, [spelling])).toBe(200);
  expect(await askCalls(PUBLISHED, [[clicks]])).toBe(200);
});
