import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { recordEvents } from "#db/mutations/record-events.ts";
import { absences, alerts, holidays, leads, ownerChanges, routing, routingTurns, users } from "#db/schema/index.ts";
import type { Condition } from "#lib/scoring/condition.ts";
import { addTestUser, TEST_TIME } from "./add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { addTestLead, addTestOrganisation, addTestVersion, TEST_DAY, testDefinition } from "./scoring-fixtures.ts";

/** For the tests of a file one organisation in which Anna takes twice the calls of Bram, emptied before each. */
export function prepareRouting() {
  let database: TestDatabase | null = null;
  const people = { anna: 0, bram: 0, chief: 0 };
  let sent = 0;

  function store(): TestDatabase {
    if (!database) throw new Error("The database is there once a test runs.");
    return database;
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    const { db } = database;
    await addTestOrganisation(db);
    const plays = Object.entries(testDefinition().plays).map(([cell, play]) => [
      cell,
      { ...play, action: "call_today" },
    ]);
    await addTestVersion(db, testDefinition({ plays: Object.fromEntries(plays) }));
    people.anna = await addTestUser(db, { dailyCapacity: 20 });
    people.bram = await addTestUser(db, { dailyCapacity: 10 });
    people.chief = await addTestUser(db, { role: "manager" });
    await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, database);
  });
  afterAll(() => database?.drop());
  beforeEach(async () => {
    for (const table of [absences, alerts, holidays, leads, ownerChanges, routing, routingTurns])
      await store().db.delete(table);
    await store().db.update(users).set({ disabledAt: null });
  });

  return {
    store,
    people,

    addDirector: (overrides: Parameters<typeof addTestLead>[1] = {}) =>
      addTestLead(store().db, { jobTitle: "Director", ...overrides }),

    /** A demo request of each: with 30 points for a director, all of them qualify. */
    requestDemos: (leadIds: readonly number[], at = TEST_TIME) =>
      recordEvents(
        {
          source: "api",
          events: leadIds.map((leadId) => ({
            ...{ leadId, type: "demo_requested", claimed: at.getTime(), time: "", externalId: `demo ${sent++}` },
            ...{ asset: null, properties: null },
          })),
          at,
        },
        store().db,
      ),

    async ownersOf(leadIds: readonly number[]): Promise<(number | null)[]> {
      const rows = await store().db.select({ id: leads.id, ownerId: leads.ownerId }).from(leads);
      const owners = new Map(rows.map(({ id, ownerId }) => [id, ownerId] as const));
      return leadIds.map((id) => owners.get(id) ?? null);
    },

    historyOf: (leadId: number) =>
      store().db.select().from(ownerChanges).where(eq(ownerChanges.leadId, leadId)).orderBy(asc(ownerChanges.id)),

    sendAway: (userId: number, day = TEST_DAY) =>
      store().db.insert(absences).values({ userId, firstDay: day, lastDay: day, createdAt: TEST_TIME }),

    setRules: (rules: readonly object[], fallbackUserId: number | null = null) =>
      store().db.insert(routing).values({ revision: 1, rules, waitMinutes: 30, fallbackUserId, updatedAt: TEST_TIME }),
  };
}

export function testRule(name: string, condition: Condition, ...userIds: number[]) {
  return { key: name.toLowerCase().replaceAll(" ", "-"), name, condition, userIds };
}
