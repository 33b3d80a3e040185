import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { leads, stageChanges } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  TEST_DAY,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { readLastPass, readVersionSummaries } from "./pass-summaries.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterAll(() => store.drop());

describe("what a pass did to the leads", () => {
  it("is told of the version that it put in force, and of the pass that came without one", async () => {
    const { db } = store;
    const pass = { cause: "publish", day: TEST_DAY, now: () => TEST_TIME } as const;
    const first = await addTestVersion(db, testDefinition({ qualifies: { combinedAtLeast: 100 } }));
    for (const jobTitle of ["Director", "Director", "Engineer"]) {
      const lead = await addTestLead(db, { jobTitle });
      await addTestEvent(db, lead, { type: "demo_requested", at: TEST_TIME });
    }
    await buildGeneration(pass, store);
    expect(await readVersionSummaries(db)).toEqual(new Map());

    const { fit, engagement } = testDefinition().axes;
    const axes = { fit: { ...fit, thresholds: [10, 20, 31] }, engagement };
    const second = await addTestVersion(db, testDefinition({ axes }), first.modelId);
    await buildGeneration(pass, store);
    // 30 and 40, half and half, are 35: from 30 a lead qualifies.
    const summary = { at: TEST_TIME, moves: [{ from: "A2", to: "B2", leads: 2 }], moved: 2, qualified: 2 };
    expect(await readVersionSummaries(db)).toEqual(new Map([[second.versionId, summary]]));
    expect(await readLastPass(db)).toBeNull();

    await db.update(leads).set({ jobTitle: "Director" });
    await buildGeneration({ ...pass, cause: "import" }, store);
    expect(await readVersionSummaries(db)).toEqual(new Map([[second.versionId, summary]]));
    const last = { at: TEST_TIME, moves: [{ from: "D2", to: "B2", leads: 1 }], moved: 1, qualified: 1 };
    expect(await readLastPass(db)).toEqual({ ...last, cause: "import" });
    const causes = await db.select({ cause: stageChanges.cause }).from(stageChanges).orderBy(stageChanges.id);
    expect(causes.map(({ cause }) => cause)).toEqual(["publish", "publish", "import"]);
  });
});
