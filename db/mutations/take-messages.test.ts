import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accounts,
  events,
  leadFieldValues,
  leadIdentities,
  leadScores,
  leads,
  visitorEvents,
} from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead, addTestOrganisation, addTestVersion, daysAgo, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { sender } from "#db/test/sender.ts";
import { addTestKey } from "#db/test/test-key.ts";
import { buildGeneration } from "./build-generation.ts";
import { forgetVisitors } from "./forget-visitors.ts";
import { processDueLeads } from "./process-due-leads.ts";

let store: TestDatabase;
let send: ReturnType<typeof sender>;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
  send = sender(store.db, (await addTestKey(store.db)).key);
});
afterAll(() => store.drop());

const demo = (sent: Readonly<Record<string, unknown>>) => ({ type: "track", event: "demo_requested", ...sent });
const leadOf = async (email: string) => {
  const [lead] = await store.db.select().from(leads).where(eq(leads.email, email));
  return lead;
};
const eventsOf = (leadId: number) => store.db.select().from(events).where(eq(events.leadId, leadId));
const scoreOf = async (leadId: number) => {
  const [row] = await store.db.select().from(leadScores).where(eq(leadScores.leadId, leadId));
  return row;
};

describe("a server that tells of a person", () => {
  it("makes the lead, and its events are in the score when the call returns", async () => {
    const traits = { email: "Ann@Firm.example", name: "Ann de Vries", title: "Director", address: { city: "Gent" } };
    expect(await send({ type: "identify", userId: "ann", traits }, demo({ userId: "ann" }))).toEqual([]);
    const ann = await leadOf("ann@firm.example");
    expect(ann).toMatchObject({ firstName: "Ann", lastName: "de Vries", jobTitle: "Director", city: "Gent" });
    // 30 for a director, 40 for the demo request: half of each.
    expect(await scoreOf(ann?.id ?? 0)).toMatchObject({ fit: 3000, engagement: 4000, combined: 3500 });
    await expectExactScores(store.db);
  });

  it("changes the fields of a lead that is known by its address, and keeps what they were", async () => {
    const leadId = await addTestLead(store.db, { email: "bob@firm.example", jobTitle: "Engineer" });
    await store.db.insert(leadIdentities).values({ kind: "email", value: "bob@firm.example", leadId });
    await send({ type: "identify", userId: "bob", traits: { email: "BOB@firm.example", title: "Director" } });
    expect((await leadOf("bob@firm.example"))?.jobTitle).toBe("Director");
    const history = await store.db
      .select()
      .from(leadFieldValues)
      .where(eq(leadFieldValues.leadId, leadId))
      .orderBy(leadFieldValues.validFrom);
    expect(history.map(({ value, isTimed }) => [value, isTimed])).toEqual([
      ["Engineer", false],
      ["Director", true],
    ]);
    await send(demo({ userId: "bob" }));
    expect(await eventsOf(leadId)).toHaveLength(1);
  });

  it("changes nothing when it sends the same again", async () => {
    const sent = [
      { type: "identify", userId: "cas", traits: { email: "cas@firm.example" }, messageId: "1" },
      demo({ userId: "cas", messageId: "2", timestamp: daysAgo(3).toISOString() }),
      demo({ userId: "cas", messageId: "2", timestamp: daysAgo(3).toISOString() }),
      { type: "page", userId: "cas", properties: { path: "/pricing" }, timestamp: daysAgo(2).toISOString() },
    ];
    expect(await send(...sent)).toEqual([]);
    expect(await send(...sent)).toEqual([]);
    const cas = await leadOf("cas@firm.example");
    expect(await eventsOf(cas?.id ?? 0)).toHaveLength(2);
  });

  it("is told of two leads that it knows by ids of their own and takes for one, and neither changes", async () => {
    await send(
      { type: "identify", userId: "dan", traits: { email: "dan@firm.example" } },
      { type: "identify", userId: "eve", traits: { email: "eve@firm.example" } },
    );
    const refused = await send({
      type: "identify",
      userId: "dan",
      traits: { email: "eve@firm.example", city: "Lier" },
    });
    expect(refused.map(({ reason }) => reason)).toEqual(["two_leads"]);
    expect((await leadOf("eve@firm.example"))?.city).toBeNull();
  });

  it("makes one of two leads by saying that they are, or by the id and the address of one person", async () => {
    await send(
      { type: "identify", userId: "gus", traits: { email: "gus@firm.example" } },
      { type: "identify", userId: "hal", traits: { city: "Gent" } },
      demo({ userId: "hal" }),
    );
    expect(await send({ type: "alias", userId: "gus", previousId: "hal" })).toEqual([]);
    const gus = await leadOf("gus@firm.example");
    expect(gus).toMatchObject({ city: "Gent" });
    expect(await eventsOf(gus?.id ?? 0)).toHaveLength(1);

    const imported = await addTestLead(store.db, { email: "ivo@firm.example", jobTitle: "Director" });
    await store.db.insert(leadIdentities).values({ kind: "email", value: "ivo@firm.example", leadId: imported });
    await send({ type: "identify", userId: "ivo", traits: { city: "Mol" } });
    const told = { type: "identify", userId: "ivo", traits: { email: "ivo@firm.example", phone: "014 1" } };
    expect(await send(told)).toEqual([]);
    expect(await leadOf("ivo@firm.example")).toMatchObject({ id: imported, jobTitle: "Director", city: "Mol" });
    await expectExactScores(store.db);
  });

  it("makes no two leads one by a browser's word", async () => {
    const shop = sender(store.db, (await addTestKey(store.db, { kind: "browser", name: "shop" })).key);
    await send(
      { type: "identify", userId: "jo", traits: { email: "jo@firm.example" } },
      { type: "identify", userId: "kim", traits: { city: "Aalst" } },
    );
    await shop({ type: "alias", userId: "jo", previousId: "kim" });
    expect((await leadOf("jo@firm.example"))?.city).toBeNull();
  });
});

describe("events of somebody who is not known yet", () => {
  it("are kept, and count from their own time once it is said who it is; the time of joining is kept too", async () => {
    const happened = daysAgo(30);
    await send(demo({ anonymousId: "visitor-1", messageId: "v1", timestamp: happened.toISOString() }));
    expect(await store.db.select().from(visitorEvents)).toHaveLength(1);
    const later = sender(store.db, (await addTestKey(store.db, { name: "later" })).key);
    await later({ type: "identify", userId: "fay", anonymousId: "visitor-1", traits: { email: "fay@firm.example" } });
    const fay = await leadOf("fay@firm.example");
    expect(await store.db.select().from(visitorEvents)).toEqual([]);
    const [joined] = await eventsOf(fay?.id ?? 0);
    expect(joined).toMatchObject({ occurredAt: happened, joinedAt: TEST_TIME, day: TEST_DAY - 30 });
    // After one half-life of 30 days the 40 points are 20.
    expect(await scoreOf(fay?.id ?? 0)).toMatchObject({ engagement: 2000 });
    // Sent again by a tracker that got no answer: it is known.
    await send(demo({ anonymousId: "visitor-1", messageId: "v1", timestamp: happened.toISOString() }));
    expect(await eventsOf(fay?.id ?? 0)).toHaveLength(1);
    await send(demo({ anonymousId: "visitor-1", messageId: "v2" }));
    expect(await eventsOf(fay?.id ?? 0)).toHaveLength(2);
    await expectExactScores(store.db);
  });

  it("join within one request, and by an alias", async () => {
    await send(
      demo({ anonymousId: "visitor-2" }),
      { type: "identify", userId: "gus", traits: { email: "gus@firm.example" } },
      { type: "alias", userId: "gus", previousId: "visitor-2" },
    );
    const gus = await leadOf("gus@firm.example");
    const [joined] = await eventsOf(gus?.id ?? 0);
    expect(joined?.joinedAt).toEqual(TEST_TIME);
  });

  it("by an id that no lead has yet wait for it", async () => {
    await send(demo({ userId: "hal" }));
    await send({ type: "identify", userId: "hal", traits: { email: "hal@firm.example" } });
    expect(await eventsOf((await leadOf("hal@firm.example"))?.id ?? 0)).toHaveLength(1);
  });

  it("are forgotten after thirteen months", async () => {
    await send(demo({ anonymousId: "gone", messageId: "gone" }));
    const kept = () => store.db.select().from(visitorEvents).where(eq(visitorEvents.id, "gone"));
    const later = (days: number) => ({ at: new Date(TEST_TIME.getTime() + days * 86_400_000) });
    await forgetVisitors(later(396), store.db);
    expect(await kept()).toHaveLength(1);
    await forgetVisitors(later(397), store.db);
    expect(await kept()).toEqual([]);
  });

  it("are a thousand at most of one visitor; what is more is refused", async () => {
    const many = Array.from({ length: 1003 }, (_, n) => demo({ anonymousId: "busy", messageId: `busy ${n}` }));
    const refused = await send(...many);
    expect(refused.map(({ index, reason }) => [index, reason])).toEqual(
      [1000, 1001, 1002].map((index) => [index, "too_many_kept"]),
    );
  });
});

describe("a server that tells of a company", () => {
  it("makes it, lets the lead belong to it, and its leads are scored anew", async () => {
    await send(
      { type: "identify", userId: "ian", traits: { email: "ian@acme.example" } },
      {
        type: "group",
        userId: "ian",
        groupId: "acme",
        traits: { name: "Acme", website: "https://www.acme.example/nl" },
      },
    );
    await send({ type: "group", userId: "ian", groupId: "acme", traits: { employees: 250 } });
    const [acme] = await store.db.select().from(accounts).where(eq(accounts.name, "Acme"));
    expect(acme).toMatchObject({ domain: "acme.example", employees: 250 });
    const ian = await leadOf("ian@acme.example");
    expect(ian?.accountId).toBe(acme?.id);
    await processDueLeads({ now: () => TEST_TIME }, store.db);
    expect(await scoreOf(ian?.id ?? 0)).toMatchObject({ fit: 1250 });
    await expectExactScores(store.db);
  });

  it("knows it by the id that either an identify or a group gives, under whatever name", async () => {
    const company = { id: "bolt", name: "Bolt", employee_count: 12, address: { city: "Gent" } };
    await send({ type: "identify", userId: "jan", traits: { email: "jan@bolt.example", company } });
    await send({ type: "group", userId: "jan", groupId: "bolt", traits: { name: "Bolt Group", industry: "Steel" } });
    const bolt = { name: "Bolt Group", employees: 12, city: "Gent", industry: "Steel" };
    expect(await store.db.select().from(accounts).where(sql`name like 'Bolt%'`)).toMatchObject([bolt]);
    expect((await leadOf("jan@bolt.example"))?.accountId).toBeGreaterThan(0);
  });

  it("makes it once, also when many tell of it for the first time in the same moment", async () => {
    const company = { id: "rush", name: "Rush", domain: "rush.example" };
    const tell = (n: number) =>
      send({ type: "identify", userId: `rush${n}`, traits: { email: `p${n}@rush.example`, company } });
    await Promise.all(Array.from({ length: 12 }, (_, n) => tell(n)));
    const [rush, ...others] = await store.db.select().from(accounts).where(eq(accounts.name, "Rush"));
    expect(others).toEqual([]);
    const people = await store.db.select().from(leads).where(sql`email like '%@rush.example'`);
    expect(new Set(people.map(({ accountId }) => accountId))).toEqual(new Set([rush?.id]));
  });
});

describe("sixteen trackers at once", () => {
  it("make each lead once, lose no event, leave exact scores, and none is told of a deadlock", async () => {
    const persons = Array.from({ length: 12 }, (_, n) => `many${n}`);
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let call = 0; call < 6; call++) {
        const order = persons.toSorted((a, b) => (a + writer + call < b + writer ? -1 : 1));
        const refused = await send(
          ...order.flatMap((userId, n) => [
            demo({ anonymousId: `at ${userId}`, messageId: `m ${writer} ${call} ${userId} a` }),
            ...(n % 3 === writer % 3
              ? [
                  {
                    type: "identify",
                    userId,
                    anonymousId: `at ${userId}`,
                    traits: { email: `${userId}@many.example`, city: `C${writer}` },
                  },
                ]
              : []),
            demo({ userId, messageId: `m ${writer} ${call} ${userId} b` }),
          ]),
        );
        expect(refused).toEqual([]);
      }
    });
    await Promise.all(writers);
    const made = await store.db.select({ id: leads.id }).from(leads).where(sql`email like '%@many.example'`);
    expect(made).toHaveLength(persons.length);
    for (const { id } of made) expect(await eventsOf(id)).toHaveLength(16 * 6 * 2);
    await expectExactScores(store.db);
  });
});
