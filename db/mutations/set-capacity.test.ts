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
  const capacity = async () => (await findOrganisation(store.db))?.capacity;
  expect(await capacity()).toBeNull();
  await setCapacity({ capacity: { leads: 120, per: "month" }, actorId, at: TEST_TIME }, store.db);
  expect(await capacity()).toEqual({ leads: 120, per: "month" });
  await setCapacity({ capacity: null, actorId, at: TEST_TIME }, store.db);
  expect(await capacity()).toBeNull();
  const written = await store.db.select().from(auditLog);
  expect(written.map(({ action, details }) => [action, details])).toEqual([
    ["organisation.capacity_set", { capacity: { leads: 120, per: "month" } }],
    ["organisation.capacity_set", { capacity: null }],
  ]);
});
