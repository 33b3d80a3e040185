import { afterAll, beforeAll, expect, test } from "vitest";
import type { Executor } from "#db/client.ts";
import { publishVersion } from "#db/mutations/publish-version.ts";
import { generations } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addTestOrganisation, TEST_DAY, TEST_ZONE } from "#db/test/scoring-fixtures.ts";
import { starterDefinition } from "#lib/model/test/starter.ts";
import { readBuildProgress } from "./build-progress.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

async function addPass(executor: Executor, status: "building" | "failed" | "current", leadsDone = 0) {
  await executor.insert(generations).values({
    status,
    cause: "publish",
    day: TEST_DAY,
    timeZone: TEST_ZONE,
    versionIds: [],
    fieldTypes: {},
    createdAt: TEST_TIME,
    leadsTotal: 5000,
    leadsDone,
  });
}

test("a published version waits for its pass, is told as failed when that ends badly, and as building when it is tried again", async () => {
  await rolledBack(store.db, async (executor) => {
    await addTestOrganisation(executor);
    expect(await readBuildProgress(executor)).toEqual({ state: "in_force" });
    const definition = starterDefinition([]);
    const published = await publishVersion(
      { modelId: null, definition, note: "", userId: null, at: TEST_TIME },
      executor,
    );
    expect(published.ok ? published.value.number : published.refusal).toBe(1);
    expect(await readBuildProgress(executor)).toEqual({ state: "waiting" });
    await addPass(executor, "failed");
    expect(await readBuildProgress(executor)).toEqual({ state: "failed" });
    await addPass(executor, "building", 1200);
    expect(await readBuildProgress(executor)).toMatchObject({ state: "building", leadsDone: 1200, leadsTotal: 5000 });
  });
});

test("a pass that failed for another reason than a new version says nothing", async () => {
  await rolledBack(store.db, async (executor) => {
    await addTestOrganisation(executor);
    await addPass(executor, "failed");
    expect(await readBuildProgress(executor)).toEqual({ state: "in_force" });
  });
});

test("a pass whose scores are in force settles until who moved is told and handed over", async () => {
  await rolledBack(store.db, async (executor) => {
    await addTestOrganisation(executor);
    await addPass(executor, "current");
    expect(await readBuildProgress(executor)).toEqual({ state: "settling" });
    await executor.update(generations).set({ concludedAt: TEST_TIME });
    expect(await readBuildProgress(executor)).toEqual({ state: "in_force" });
  });
});
