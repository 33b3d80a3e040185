import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accountIdentities,
  accounts,
  accountTraits,
  events,
  leadFieldValues,
  leadIdentities,
  leads,
  slaClocks,
} from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import {
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  TEST_DAY,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { sender } from "#db/test/sender.ts";
import { addTestKey } from "#db/test/test-key.ts";
import { buildGeneration } from "./build-generation.ts";

let store: TestDatabase;
let server: ReturnType<typeof sender>;
let browser: ReturnType<typeof sender>;
/** Of a site whose form "Demo Form Sent" the organisation believes. */
let formBrowser: ReturnType<typeof sender>;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db, urgent());
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
  server = sender(store.db, (await addTestKey(store.db)).key);
  const eventTypes = ["demo_requested", "page_viewed"];
  browser = sender(store.db, (await addTestKey(store.db, { kind: "browser", eventTypes })).key);
  const forms = { kind: "browser", name: "forms", eventTypes, formEvents: ["demo_requested"] } as const;
  formBrowser = sender(store.db, (await addTestKey(store.db, forms)).key);
});
afterAll(() => store.drop());

/** A demo request is urgent in every cell. */
function urgent() {
  const { axes, plays, ...rest } = testDefinition();
  const groups = axes.engagement.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((each) => (each.key === "demo" ? { ...each, isHighIntent: true } : each)),
  }));
  const quick = Object.entries(plays).map(([cell, play]) => [cell, { ...play, slaMinutes: 15 }]);
  return { ...rest, axes: { ...axes, engagement: { ...axes.engagement, groups } }, plays: Object.fromEntries(quick) };
}

const demo = (sent: Readonly<Record<string, unknown>>) => ({ type: "track", event: "demo_requested", ...sent });
const identify = (sent: Readonly<Record<string, unknown>>) => ({ type: "identify", ...sent });
const reasons = (refused: readonly { readonly reason: string }[]) => refused.map(({ reason }) => reason);
const byEmail = async (email: string) => {
  const [lead] = await store.db.select().from(leads).where(eq(leads.email, email));
  if (!lead) throw new Error(`There is no ${email}.`);
  return lead;
};
const clocksOf = (leadId: number) => store.db.select().from(slaClocks).where(eq(slaClocks.leadId, leadId));
const eventsOf = (leadId: number) => store.db.select().from(events).where(eq(events.leadId, leadId));
/** All that is stored of a lead besides what it did. */
const standing = async (leadId: number) => ({
  lead: await store.db.select().from(leads).where(eq(leads.id, leadId)),
  names: await store.db.select().from(leadIdentities).where(eq(leadIdentities.leadId, leadId)),
  history: await store.db.select().from(leadFieldValues).where(eq(leadFieldValues.leadId, leadId)),
});

async function known(name: string): Promise<number> {
  const email = `${name}@firm.example`;
  await server(identify({ userId: name, traits: { email, title: "Engineer", company: { name: `${name} Inc` } } }));
  return (await byEmail(email)).id;
}

describe("with the public key of a site nobody", () => {
  it("changes a lead that is known, whatever they call themselves", async () => {
    const [ann, bob] = [await known("ann"), await known("bob")];
    const before = [await standing(ann), await standing(bob)];
    const takeOver = { title: "Director", phone: "+31612345678", owner_id: 1, stage: "customer", may_call: false };
    const refused = await browser(
      identify({ userId: "ann", anonymousId: "x1", traits: { ...takeOver, email: "attacker@evil.example" } }),
      identify({ anonymousId: "x2", traits: { ...takeOver, email: "ann@firm.example" } }),
      identify({ userId: "attacker", traits: { ...takeOver, email: "ann@firm.example" } }),
      identify({ userId: "ann", traits: { ...takeOver, email: "bob@firm.example" } }),
      { type: "alias", userId: "attacker", previousId: "ann" },
      { type: "alias", userId: "bob", previousId: "ann" },
      { type: "group", userId: "ann", groupId: "evil", traits: { name: "Evil" } },
      { type: "group", anonymousId: "x2", groupId: "bob Inc", traits: { name: "bob Inc", employees: 9 } },
    );
    expect(reasons(refused)).toEqual(["two_leads", "only_by_server", "two_leads", "only_by_server", "only_by_server"]);
    expect([await standing(ann), await standing(bob)]).toEqual(before);
    // What a server says later of that id is not of the lead that was aimed at.
    await server(demo({ userId: "attacker", messageId: "secret" }));
    expect(await eventsOf(ann)).toEqual([]);
  });

  it("changes a company that is known", async () => {
    await known("cor");
    await browser(identify({ userId: "guest", anonymousId: "x3", traits: { email: "guest@evil.example" } }), {
      type: "group",
      userId: "guest",
      groupId: "cor Inc",
      traits: { name: "cor Inc", employees: 5000, domain: "evil.example" },
    });
    const [cor] = await store.db.select().from(accounts).where(eq(accounts.name, "cor Inc"));
    expect(cor).toMatchObject({ employees: null, domain: null });
  });

  it("changes one that a lead of its own names, nor says more of it", async () => {
    await known("zoe");
    const told = { id: "zoe Inc", name: "zoe Inc", employees: 9000, plan: "gold", address: { city: "Lier" } };
    await browser(identify({ userId: "z2", anonymousId: "z2", traits: { email: "z2@evil.example", company: told } }));
    const [zoe] = await store.db.select().from(accounts).where(eq(accounts.name, "zoe Inc"));
    expect(zoe).toMatchObject({ employees: null, city: null });
    expect(await store.db.select().from(accountTraits)).toEqual([]);
    const ids = store.db.select().from(accountIdentities).where(eq(accountIdentities.kind, "group"));
    expect(await ids).toEqual([]);
  });

  it("adds events of other types than the site may", async () => {
    const dan = await known("dan");
    expect(reasons(await browser({ type: "track", event: "Deal Won", userId: "dan" }))).toEqual(["event_not_allowed"]);
    expect(await eventsOf(dan)).toEqual([]);
  });

  it("takes the visits of one visitor to a second lead", async () => {
    const [eve, fay] = [await known("eve"), await known("fay")];
    await browser(identify({ anonymousId: "x4", traits: { email: "eve@firm.example" } }));
    await browser(identify({ anonymousId: "x4", traits: { email: "fay@firm.example" } }));
    await browser(demo({ anonymousId: "x4" }));
    expect([(await eventsOf(eve)).length, (await eventsOf(fay)).length]).toEqual([1, 0]);
  });
});

describe("what a visitor's browser may do", () => {
  it("it makes a lead, fills what is empty and overwrites nothing", async () => {
    const email = "gus@home.example";
    await browser(
      demo({ anonymousId: "g", messageId: "g1" }),
      identify({ anonymousId: "g", traits: { email, city: "Gent" } }),
    );
    await browser(identify({ anonymousId: "g", traits: { email, city: "Lier", title: "Director" } }));
    const gus = await byEmail(email);
    expect(gus).toMatchObject({ city: "Gent", jobTitle: "Director", ownerId: null, mayCall: true });
    expect(await eventsOf(gus.id)).toHaveLength(1);
    await expectExactScores(store.db);
  });

  it("a server takes the lead over, and from then on it is closed to browsers", async () => {
    const email = "hal@home.example";
    await browser(identify({ userId: "hal", anonymousId: "h", traits: { email } }));
    await server(identify({ userId: "hal", traits: { email, title: "Engineer" } }));
    await browser(identify({ userId: "hal", anonymousId: "h", traits: { email, city: "Lier" } }));
    const hal = await byEmail(email);
    expect(hal).toMatchObject({ jobTitle: "Engineer", city: null });
    await server(demo({ userId: "hal" }));
    expect(await eventsOf(hal.id)).toHaveLength(1);
  });

  it("an id that a browser claimed first is not the server's, unless the address is", async () => {
    await browser(identify({ userId: "iris", traits: { email: "squatter@evil.example" } }));
    await server(identify({ userId: "iris", traits: { email: "iris@firm.example" } }), demo({ userId: "iris" }));
    expect(await eventsOf((await byEmail("iris@firm.example")).id)).toHaveLength(1);
    expect(await eventsOf((await byEmail("squatter@evil.example")).id)).toEqual([]);
  });
});

describe("a clock", () => {
  it("is not started by a browser for a stranger", async () => {
    await browser(
      identify({ anonymousId: "s1", traits: { email: "stranger@home.example" } }),
      demo({ anonymousId: "s1" }),
    );
    expect(await clocksOf((await byEmail("stranger@home.example")).id)).toEqual([]);
  });

  it("nor by what a stranger did before it said who it is", async () => {
    await browser(
      demo({ anonymousId: "s2" }),
      identify({ anonymousId: "s2", traits: { email: "early@home.example" } }),
    );
    expect(await clocksOf((await byEmail("early@home.example")).id)).toEqual([]);
  });

  it("is started by a form that the organisation names, before or after it said who it is", async () => {
    await formBrowser(
      demo({ anonymousId: "s3" }),
      identify({ anonymousId: "s3", traits: { email: "form@home.example" } }),
    );
    expect(await clocksOf((await byEmail("form@home.example")).id)).toHaveLength(1);
    await formBrowser(demo({ anonymousId: "s4" }));
    await browser(identify({ anonymousId: "s4", traits: { email: "form2@home.example" } }));
    expect(await clocksOf((await byEmail("form2@home.example")).id)).toHaveLength(1);
  });

  it("is started for a lead that a trusted source told of, and by a server", async () => {
    const jan = await addTestLead(store.db, { email: "jan@firm.example" });
    await store.db.insert(leadIdentities).values({ kind: "email", value: "jan@firm.example", leadId: jan });
    await browser(identify({ anonymousId: "j", traits: { email: "jan@firm.example" } }), demo({ anonymousId: "j" }));
    expect(await clocksOf(jan)).toHaveLength(1);
    const kim = await known("kim");
    await server(demo({ userId: "kim" }));
    expect(await clocksOf(kim)).toHaveLength(1);
  });
});
