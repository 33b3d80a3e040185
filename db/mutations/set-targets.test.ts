import { afterAll, beforeAll, expect, it } from "vitest";
import { findTargets } from "#db/queries/targets.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { USUAL_TARGETS } from "#lib/performance/targets.ts";
import { setTargets } from "./set-targets.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("the targets set last count", () =>
  rolledBack(database.db, async (db) => {
    expect(await findTargets(db)).toBeNull();
    const actorId = await addTestUser(db, { role: "manager" });
    const first = { startDay: 20_500, percent: USUAL_TARGETS };
    const second = { startDay: 20_520, percent: { conversion: 10, cycle: -5, revenue: 15, calls: -30 } };
    for (const targets of [first, second]) await setTargets({ ...targets, actorId, at: TEST_TIME }, db);
    expect(await findTargets(db)).toEqual(second);
  }));
