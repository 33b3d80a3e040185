import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { events, leads } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestOrganisation, addTestVersion, daysAgo, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { sender } from "#db/test/sender.ts";
import { addTestKey } from "#db/test/test-key.ts";
import { buildGeneration } from "./build-generation.ts";
import { openTaking } from "./take-together.ts";

let store: TestDatabase;
let send: ReturnType<typeof sender>;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
  send = sender(store.db, (await addTestKey(store.db)).key, { take: openTaking(store.db) });
});
afterAll(() => store.drop());

const demo = (sent: Readonly<Record<string, unknown>>) => ({ type: "track", event: "demo_requested", ...sent });
const identify = (userId: string) => ({ type: "identify", userId, traits: { email: `${userId}@firm.example` } });
const eventsOf = (email: string) =>
  store.db
    .select({ id: events.id })
    .from(events)
    .innerJoin(leads, eq(leads.id, events.leadId))
    .where(eq(leads.email, email));

test("requests that are taken together are each told of their own messages", async () => {
  const nobody = { type: "identify", anonymousId: "x", traits: {} };
  const answers = await Promise.all([
    send(identify("ann")),
    send(demo({ userId: "ann" }), nobody),
    send(identify("bob"), demo({ userId: "bob", messageId: "b1" })),
    send(nobody, demo({ userId: "bob", messageId: "b2" })),
    send({ type: "video" }, nobody),
  ]);
  expect(answers.map((refused) => refused.map(({ index, reason }) => [index, reason]))).toEqual([
    [],
    [[1, "names_nobody"]],
    [],
    [[0, "names_nobody"]],
    [
      [0, "unknown_kind"],
      [1, "names_nobody"],
    ],
  ]);
  expect(await eventsOf("ann@firm.example")).toHaveLength(1);
  expect(await eventsOf("bob@firm.example")).toHaveLength(2);
});

test("a request sent again while it waits is stored once; what one request says twice happened twice", async () => {
  await send(identify("cas"));
  const said = demo({ userId: "cas", timestamp: daysAgo(2).toISOString() });
  const named = demo({ userId: "cas", messageId: "1" });
  await Promise.all(Array.from({ length: 8 }, () => send(said, said, named)));
  expect(await eventsOf("cas@firm.example")).toHaveLength(3);
});

test("many at once of few people lose nothing and leave exact scores", async () => {
  const people = Array.from({ length: 9 }, (_, n) => `many${n}`);
  await send(...people.map(identify));
  const requests = Array.from({ length: 60 }, (_, request) => {
    const told = people.map((userId, n) => demo({ userId, messageId: `many ${request} ${n}` }));
    return request % 7 === 0 ? [...told, identify("many0")] : told;
  });
  const answers = await Promise.all(requests.map((messages) => send(...messages)));
  expect(answers.flat()).toEqual([]);
  for (const person of people) expect(await eventsOf(`${person}@firm.example`)).toHaveLength(60);
  await expectExactScores(store.db);
});
