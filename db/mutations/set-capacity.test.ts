import { afterAll, beforeAll, expect, it } from "vitest";
import { findOrganisation } from "#db/queries/organisation.ts";
import { auditLog } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { setCapacity } from "./set-capacity.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterAll(() => store.drop());

it("what sales can take is said, taken back, and written down each time", async () => {
  const actorId = await addTestUser(store.db, { role: "manager" });
  expect((await findOrganisation(store.db))?.capacityPerWeek).toBeNull();
  await setCapacity({ perWeek: 40, actorId, at: TEST_TIME }, store.db);
  expect((await findOrganisation(store.db))?.capacityPerWeek).toBe(40);
  await setCapacity({ perWeek: null, actorId, at: TEST_TIME }, store.db);
  expect((await findOrganisation(store.db))?.capacityPerWeek).toBeNull();
  const written = await store.db.select().from(auditLog);
  expect(written.map(({ action, details }) => [action, details])).toEqual([
    ["organisation.capacity_set", { perWeek: 40 }],
    ["organisation.capacity_set", { perWeek: null }],
  ]);
});
