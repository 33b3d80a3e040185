import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modelVersions } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { foundOrganisation } from "#db/test/scored-leads.ts";
import { addTestEvent, addTestLead, daysAgo, TEST_DAY, testDefinition } from "#db/test/scoring-fixtures.ts";
import { rulesAt } from "#lib/leads/score-history.ts";
import { findCurrentGeneration, type Generation } from "./current-generation.ts";
import { listRulesInForce } from "./rules-in-force.ts";
import { readScoresOfDay } from "./scores-of-day.ts";

let database: TestDatabase;
let generation: Generation;

/** Version 1 of 40 days ago, version 2 of 20 and version 3 of 10, which is in force; a demo gives 40, 20 and 30. */
beforeAll(async () => {
  database = await createTestDatabase();
  const definition = (mix: number) => testDefinition({ mix: { fit: 0, engagement: mix } });
  await foundOrganisation(database.db, { definition: definition(100), day: TEST_DAY, at: daysAgo(40) });
  const first = await findCurrentGeneration(database.db);
  const modelId = first?.models[0]?.modelId ?? 0;
  const later = await database.db
    .insert(modelVersions)
    .values([
      { modelId, number: 2, definition: definition(50), publishedAt: daysAgo(20) },
      { modelId, number: 3, definition: definition(75), publishedAt: daysAgo(10) },
    ])
    .returning({ versionId: modelVersions.id, number: modelVersions.number });
  const third = later.find(({ number }) => number === 3);
  if (!first || !third) throw new Error("A version is missing.");
  generation = { ...first, models: [{ modelId, ...third, definition: definition(75) }] };
});
afterAll(() => database.drop());

const numberAt = async (at: Date, from = daysAgo(60)) =>
  rulesAt(await listRulesInForce({ generation, from }, database.db), at.getTime()).models.map((model) =>
    "number" in model ? model.number : null,
  );

describe("the rules in force", () => {
  it("are those of the newest version published before the instant, and before the first its own", async () => {
    expect(await numberAt(daysAgo(50))).toEqual([1]);
    expect(await numberAt(daysAgo(30))).toEqual([1]);
    expect(await numberAt(daysAgo(20))).toEqual([1]);
    expect(await numberAt(daysAgo(19))).toEqual([2]);
    expect(await numberAt(daysAgo(10))).toEqual([2]);
    expect(await numberAt(daysAgo(9))).toEqual([3]);
  });

  it("are read only as far back as asked", async () => {
    const periods = await listRulesInForce({ generation, from: daysAgo(15) }, database.db);
    expect(periods.map(({ models }) => models[0]?.number)).toEqual([2, 3]);
    expect(await listRulesInForce({ generation, from: daysAgo(5) }, database.db)).toHaveLength(1);
  });
});

describe("scores of a past day", () => {
  it("hold what was known at its end, under the version then in force", async () => {
    const leadId = await addTestLead(database.db);
    const late = await addTestLead(database.db, { createdAt: daysAgo(3) });
    await addTestEvent(database.db, leadId, { type: "demo_requested", at: daysAgo(30) });
    await addTestEvent(database.db, leadId, { type: "demo_requested", at: daysAgo(2) });
    // 18 days after the first demo 40 x 0.6598 = 26.39 is left, of which version 2 counts the half.
    const query = { leadIds: [leadId, late], generation };
    const scores = await readScoresOfDay({ ...query, day: TEST_DAY - 12 }, database.db);
    expect([...scores.keys()]).toEqual([leadId]);
    expect(scores.get(leadId)?.engagement).toBe(2639);
    expect(scores.get(leadId)?.combined).toBe(1320);
  });
});
