import { afterAll, beforeAll, expect, test } from "vitest";
import { eventTypes, fieldDefinitions } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { toScoringCatalogue } from "#lib/model/catalogue.ts";
import { readModelCatalogue } from "./model-catalogue.ts";
import { readCatalogue } from "./models.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

test("the editor's pickers name exactly what a definition may name, and carry the labels that users gave", async () => {
  await rolledBack(store.db, async (executor) => {
    const label = { nl: "Bussen", en: "Vans" };
    await executor
      .insert(fieldDefinitions)
      .values({ key: "account.vans", entity: "account", type: "number", label, createdAt: TEST_TIME });
    await executor.insert(eventTypes).values({ key: "demo_requested", label: "Demo", createdAt: TEST_TIME });
    const catalogue = await readModelCatalogue(executor);
    expect(catalogue.fields.slice(Object.keys(STANDARD_FIELDS).length)).toEqual([
      { key: "account.vans", type: "number", label },
    ]);
    expect(catalogue.eventTypes).toEqual([{ key: "demo_requested", label: "Demo" }]);
    expect(toScoringCatalogue(catalogue)).toEqual(await readCatalogue(executor));
  });
});
