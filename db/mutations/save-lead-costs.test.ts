import { afterAll, beforeAll, expect, it } from "vitest";
import { listLeadCosts } from "#db/queries/lead-costs.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { saveLeadCosts } from "./save-lead-costs.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("what was spent takes the place of what was known of the same month, source and currency, and nothing takes it away", () =>
  rolledBack(database.db, async (db) => {
    const actorId = await addTestUser(db);
    const ads = { month: "2026-02", source: "Ads", minor: 5_000, currency: "EUR" };
    const save = (...costs: (typeof ads | { month: string; source: null; minor: number; currency: string })[]) =>
      saveLeadCosts({ costs, actorId, at: TEST_TIME }, db);
    await save(ads, { ...ads, currency: "USD" }, { ...ads, source: null }, { ...ads, month: "2026-03" });
    await save({ ...ads, minor: 7_000 }, { ...ads, currency: "USD", minor: 0 });
    expect(await listLeadCosts({}, db)).toEqual([
      { ...ads, month: "2026-03" },
      { ...ads, source: null },
      { ...ads, minor: 7_000 },
    ]);
    expect(await listLeadCosts({ from: "2026-03" }, db)).toHaveLength(1);
  }));
