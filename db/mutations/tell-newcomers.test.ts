import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { alerts, generations } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  TEST_DAY,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { buildGeneration } from "./build-generation.ts";
import { recordEvents } from "./record-events.ts";

const now = () => TEST_TIME;
let store: TestDatabase;
let rep: number;
let manager: number;
let marketer: number;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  const toCall = Object.entries(testDefinition().plays).map(([cell, play]) => [
    cell,
    { ...play, action: "call_today" },
  ]);
  await addTestVersion(store.db, testDefinition({ plays: Object.fromEntries(toCall) }));
  rep = await addTestUser(store.db);
  manager = await addTestUser(store.db, { role: "manager" });
  marketer = await addTestUser(store.db, { role: "marketer" });
  await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
});
afterAll(() => store.drop());
beforeEach(() => store.db.delete(alerts));

function demo(leadIds: readonly number[], at = TEST_TIME) {
  const events = leadIds.map((leadId) => ({
    ...{ leadId, type: "demo_requested", claimed: at.getTime(), time: at.toISOString() },
    ...{ externalId: null, asset: null, properties: null },
  }));
  return recordEvents({ source: "test", events, at }, store.db);
}

const told = () => store.db.select().from(alerts);
/** Fit 30 for a director: one demo request more is 35 together, and qualifies from 30. */
const director = (changes = {}) => addTestLead(store.db, { jobTitle: "Director", ownerId: rep, ...changes });

describe("a lead that qualifies by an event", () => {
  it("is told to its owner, with the event and the cell, once a day", async () => {
    const leadId = await director();
    await demo([leadId]);
    expect(await told()).toMatchObject([
      { userId: rep, kind: "newcomer", leadId, facts: { eventType: "demo_requested", cell: "A2", dueAt: null } },
    ]);
    await demo([leadId], new Date(TEST_TIME.getTime() + 60_000));
    expect(await told()).toHaveLength(1);
  });

  it("is told to nobody when it is nobody's, or may not be called", async () => {
    await demo([await director({ mayCall: false })]);
    expect(await told()).toEqual([]);
  });

  it("is told together with the others when many arrive in one call", async () => {
    const leadIds = await Promise.all(Array.from({ length: 21 }, () => director()));
    await demo(leadIds);
    expect(await told()).toMatchObject([{ kind: "newcomer", userId: rep, leadId: null, facts: { count: 21 } }]);
  });
});

describe("a pass", () => {
  it("tells nobody of single leads, and once, in one summary, who looks after the whole", async () => {
    const leadId = await director();
    await addTestEvent(store.db, leadId, { type: "demo_requested", at: TEST_TIME });
    await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
    const [pass] = await store.db.select().from(generations).where(eq(generations.status, "current"));
    expect(pass).toMatchObject({ qualified: 1 });
    const rows = await told();
    expect(rows.map(({ userId }) => userId).sort()).toEqual([manager, marketer].sort());
    expect(rows[0]).toMatchObject({
      kind: "mass_effect",
      subject: `pass:${pass?.id}`,
      leadId: null,
      facts: { cause: "publish", qualified: 1 },
    });
  });

  it("in which nobody moves or qualifies is not worth a word", async () => {
    await buildGeneration({ cause: "day", day: TEST_DAY + 1, now }, store);
    expect(await told()).toEqual([]);
  });
});
