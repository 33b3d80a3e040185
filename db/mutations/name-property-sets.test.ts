import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { events, eventTypes, propertySets } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead, addTestOrganisation, addTestVersion, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { buildGeneration } from "./build-generation.ts";
import { MOST_SETS_A_TYPE, namePropertySets, saidOf } from "./name-property-sets.ts";
import { recordEvents } from "./record-events.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
});
afterAll(() => store.drop());

async function record(type: string, said: readonly (Record<string, FieldValue> | null)[]): Promise<(number | null)[]> {
  const leadId = await addTestLead(store.db);
  const claimed = TEST_TIME.getTime() - 3_600_000;
  const sent = said.map((properties, n) => {
    const event = { leadId, type, claimed, time: "", externalId: String(n), asset: null, properties };
    return event;
  });
  await recordEvents({ source: "test", events: sent, at: TEST_TIME }, store.db);
  const rows = await store.db
    .select({ set: events.propertySetId })
    .from(events)
    .where(eq(events.leadId, leadId))
    .orderBy(sql`${events.properties} ->> 'n'`);
  return rows.map(({ set }) => set);
}

it("events of a type that say the same share a set, which stays for those to come", async () => {
  const first = await record("page_viewed", [{ n: 1 }, { n: 2 }, { n: 2 }, null]);
  expect(new Set(first).size).toBe(3);
  expect(first[1]).toBe(first[2]);
  expect(first[3]).toBeNull();
  expect(await record("page_viewed", [{ n: 2 }])).toEqual([first[1]]);
  expect(await record("demo_requested", [{ n: 2 }])).not.toEqual([first[1]]);
});

it("what is long has no set", async () => {
  expect(await record("page_viewed", [{ n: "long ".repeat(50) }])).toEqual([null]);
});

it("a type that has many sets gets no more, keeps those it has, and is scored the same", async () => {
  const [known] = await record("page_viewed", [{ n: 3 }]);
  await store.db.execute(sql`
    insert into property_sets (type_id, text, n)
    select id, 'null' || n, n from event_types, generate_series(1, ${MOST_SETS_A_TYPE}::int) n where key = 'page_viewed'`);
  expect(await record("page_viewed", [{ n: 3 }, { n: 4 }])).toEqual([known, null]);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
  await expectExactScores(store.db);
});

it("whoever comes while another adds sets does not wait, and has one the next time", async () => {
  const [type] = await store.db
    .select({ id: eventTypes.id })
    .from(eventTypes)
    .where(eq(eventTypes.key, "demo_requested"));
  const said = saidOf(type?.id ?? 0, { at: "once" });
  if (!said) throw new Error("This is short.");
  await store.db.transaction(async (tx) => {
    expect((await namePropertySets([said, said], tx)).size).toBe(1);
    expect((await namePropertySets([said], store.db)).size).toBe(0);
  });
  expect((await namePropertySets([said], store.db)).size).toBe(1);
  expect(await store.db.$count(propertySets, eq(propertySets.text, said.text))).toBe(1);
});
