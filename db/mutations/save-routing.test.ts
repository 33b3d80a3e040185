import { desc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findRouting } from "#db/queries/routing.ts";
import { auditLog, routing } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { testRule } from "#db/test/routing-fixtures.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { type Routing, USUAL_ROUTING } from "#lib/routing/rules.ts";
import { saveRouting } from "./save-routing.ts";

let store: TestDatabase;
let [rep, chief] = [0, 0];
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  rep = await addTestUser(store.db);
  chief = await addTestUser(store.db, { role: "manager" });
});
afterAll(() => store.drop());
beforeEach(() => store.db.delete(routing));

const save = (changes: Partial<Routing>, seenRevision = 0) =>
  saveRouting({ routing: { ...USUAL_ROUTING, ...changes }, seenRevision, actorId: chief, at: TEST_TIME }, store.db);
const belgium = () => testRule("Belgium", { field: "country", op: "equals", value: "BE" }, rep);

describe("the rules of routing", () => {
  it("are everybody in turn until somebody has said otherwise", async () =>
    expect(await findRouting(store.db)).toEqual({ ...USUAL_ROUTING, revision: 0, toldUntil: null }));

  it("are read as they were saved, with who saved them in the log", async () => {
    const said = { rules: [belgium()], waitMinutes: 45, fallbackUserId: chief };
    expect(await save(said)).toEqual({ ok: true, value: { revision: 1 } });
    expect(await findRouting(store.db)).toMatchObject({ ...said, revision: 1 });
    const [entry] = await store.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
    expect(entry).toMatchObject({ action: "routing.saved", actorId: chief, details: { rules: ["Belgium"] } });
  });

  it("are not overwritten by who has not seen them", async () => {
    await save({ waitMinutes: 10 });
    expect(await save({ waitMinutes: 20 })).toMatchObject({ ok: false, refusal: { reason: "routing_changed" } });
    expect(await save({ waitMinutes: 20 }, 1)).toMatchObject({ ok: true, value: { revision: 2 } });
  });

  it("of two people who save at once are those of one", async () => {
    const results = await Promise.all([10, 20, 30].map((waitMinutes) => save({ waitMinutes })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findRouting(store.db)).toMatchObject({ revision: 1 });
  });

  it("ask only what can be asked", async () => {
    const odd = testRule("Odd", { field: "shoe_size", op: "at_least", value: 44 }, rep);
    expect(await save({ rules: [odd] })).toMatchObject({ ok: false, refusal: { reason: "routing_invalid" } });
    const cell = testRule("Best", { field: "score.cell", op: "in", values: ["A1", "A2"] }, rep);
    expect(await save({ rules: [cell] })).toMatchObject({ ok: true });
  });

  it("name reps who may sign in, and to fall back on anybody who works leads", async () => {
    const gone = await addTestUser(store.db, { disabledAt: TEST_TIME });
    const marketer = await addTestUser(store.db, { role: "marketer" });
    const refused = { ok: false, refusal: { reason: "routing_people" } };
    for (const userId of [chief, gone, 999_999])
      expect(await save({ rules: [{ ...belgium(), userIds: [rep, userId] }] })).toMatchObject(refused);
    for (const fallbackUserId of [marketer, gone, 999_999])
      expect(await save({ fallbackUserId })).toMatchObject(refused);
    expect(await save({ fallbackUserId: rep })).toMatchObject({ ok: true });
  });
});
