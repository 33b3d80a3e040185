import { asc, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import {
  alerts,
  crmConflicts,
  crmConnection,
  leadFieldValues,
  leadIdentities,
  leads,
  outcomes,
  ownerChanges,
  slaClocks,
  stageChanges,
} from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { prepareExchanges } from "#db/test/crm-fixtures.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead, addTestVersion, TEST_DAY, testDefinition } from "#db/test/scoring-fixtures.ts";
import { crmSettingsSchema } from "#lib/crm/settings.ts";
import { tooMany } from "#lib/crm/test/hubspot-server.ts";
import { buildGeneration } from "./build-generation.ts";
import { disconnectCrm } from "./disconnect-crm.ts";
import { mergeLeads } from "./merge-leads.ts";
import { saveCrmSettings } from "./save-crm-settings.ts";
import { scoreLeads } from "./score-leads.ts";
import { setLeadFields } from "./set-lead-fields.ts";

const HOUR = 3_600_000;
const { store, hubspot, now, pass, connect, exchange, leadOf, runs } = prepareExchanges();
afterEach(() => expect(hubspot().broken, "against the published contract").toEqual([]));

const NAMES = [
  { crm: "email", to: "email" },
  { crm: "firstname", to: "first_name" },
  { crm: "jobtitle", to: "job_title" },
  { crm: "company", to: "account.name" },
];

async function setTitle(leadId: number, value: string, userId: number) {
  const viewer = { userId, role: "admin" } as const;
  const done = await setLeadFields({ leadId, viewer, values: { job_title: value }, at: now() }, store().db);
  expect(done.ok).toBe(true);
}

async function publish(qualifies: readonly string[] = ["A1"]) {
  await addTestVersion(store().db, testDefinition({ qualifies: { cells: qualifies } }));
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store());
}

describe("pulling leads", () => {
  it("makes a lead of a new contact, with its company, its owner and the day it came to be", async () => {
    const rep = await addTestUser(store().db, { email: "Rep@example.com" });
    hubspot().owners.push({ id: "51", email: "rep@example.com", firstName: "Ria", lastName: "Rep" });
    hubspot().addContact("7", {
      email: "An@Example.com ",
      firstname: "An",
      jobtitle: "Director",
      company: "Kempen BV",
      hubspot_owner_id: "51",
      hs_email_optout: "true",
      createdate: "2026-01-02T03:04:05Z",
    });
    await connect({ fields: NAMES });
    expect(await exchange()).toMatchObject({ status: "done", counts: { contacts: 1, created: 1, updated: 0 } });
    const lead = await leadOf("7");
    expect(lead).toMatchObject({
      firstName: "An",
      email: "an@example.com",
      jobTitle: "Director",
      ownerId: rep,
      stage: "lead",
      mayEmail: false,
      mayCall: true,
      createdAt: new Date("2026-01-02T03:04:05Z"),
    });
    expect(lead?.accountId).not.toBeNull();
    expect(await leadOf("an@example.com")).toEqual(lead);
  });

  it("knows the lead with the same address, fills what is empty and keeps what was", async () => {
    const leadId = await addTestLead(store().db, { email: "an@example.com", jobTitle: "Clerk" });
    await store().db.insert(leadIdentities).values({ kind: "email", value: "an@example.com", leadId });
    hubspot().addContact("7", { email: "an@example.com", firstname: "An", jobtitle: "Director" });
    await connect({ fields: NAMES });
    expect((await exchange()).counts).toMatchObject({ created: 0, updated: 1, conflicts: 0 });
    expect(await leadOf("7")).toMatchObject({ id: leadId, firstName: "An", jobTitle: "Director", lastName: "Jansen" });
    const history = await store()
      .db.select({ field: leadFieldValues.field, value: leadFieldValues.value })
      .from(leadFieldValues)
      .where(eq(leadFieldValues.field, "job_title"))
      .orderBy(asc(leadFieldValues.validFrom));
    expect(history.map(({ value }) => value)).toEqual(["Clerk", "Director"]);
  });

  it("makes no lead of a contact that nobody knows where that is not wanted", async () => {
    hubspot().addContact("7", { email: "an@example.com" });
    await connect({ createsLeads: false });
    expect((await exchange()).counts).toMatchObject({ contacts: 1, created: 0 });
    expect(await store().db.select().from(leads)).toEqual([]);
  });

  it("asks only for what changed since, and what is the same changes nothing", async () => {
    for (let n = 1; n <= 250; n++)
      hubspot().addContact(String(n), { email: `p${n}@example.com` }, now().getTime() - HOUR);
    await connect({ fields: NAMES });
    expect((await exchange()).counts).toMatchObject({ contacts: 250, created: 250 });
    pass(HOUR);
    hubspot().change("9", { firstname: "Nine" });
    expect((await exchange()).counts).toMatchObject({ contacts: 1, created: 0, updated: 1 });
    pass(HOUR);
    hubspot().change("9", { lastname: "Not mapped" });
    expect((await exchange()).counts).toMatchObject({ contacts: 1, updated: 0 });
  });

  it("pulls all anew when another field is asked for", async () => {
    hubspot().addContact("7", { email: "an@example.com", firstname: "An" }, now().getTime() - HOUR);
    const actorId = await connect();
    await exchange();
    pass(HOUR);
    expect((await exchange()).counts.contacts).toBe(0);
    const settings = crmSettingsSchema.parse({ fields: NAMES });
    expect(await saveCrmSettings({ settings, actorId, at: now() }, store().db)).toMatchObject({ ok: true });
    expect((await exchange()).counts).toMatchObject({ contacts: 1, updated: 1 });
    expect((await leadOf("7"))?.firstName).toBe("An");
  });

  it("refuses to fill a field with values of another type", async () => {
    const actorId = await connect();
    await exchange();
    const settings = crmSettingsSchema.parse({ fields: [{ crm: "interests", to: "city" }] });
    expect(await saveCrmSettings({ settings, actorId, at: now() }, store().db)).toMatchObject({ ok: false });
  });

  it("scores whom it brought as an import does: no clock, no alert for each, one summary", async () => {
    await publish(["A1", "A2", "A3", "A4"]);
    hubspot().addContact("7", { email: "a@example.com", jobtitle: "Director" });
    hubspot().addContact("8", { email: "b@example.com", jobtitle: "Clerk" });
    const admin = await connect({ fields: NAMES });
    await exchange();
    expect(await expectExactScores(store().db)).toBe(2);
    expect((await leadOf("7"))?.stage).toBe("marketing_qualified");
    expect(await store().db.select().from(slaClocks)).toEqual([]);
    expect(await store().db.select().from(alerts)).toMatchObject([
      { userId: admin, kind: "mass_effect", leadId: null, facts: { cause: "import", qualified: 1 } },
    ]);
  });

  it("goes on where it was after the calls of a day were used up, with nothing twice", async () => {
    for (let n = 1; n <= 450; n++) hubspot().addContact(String(n), { email: `p${n}@example.com` });
    await connect();
    // Fields, owners and two pages come through.
    const real = hubspot().refusals.shift.bind(hubspot().refusals);
    let asked = 0;
    hubspot().refusals.shift = () => (++asked === 5 ? tooMany("DAILY", { "retry-after": "7200" }) : real());
    expect(await exchange()).toMatchObject({ status: "failed", counts: { contacts: 200, created: 200 } });
    expect(await runs()).toMatchObject([{ failure: "used_up", failureDetail: expect.stringContaining("daily") }]);
    const [connection] = await store().db.select().from(crmConnection);
    expect((connection?.nextAt?.getTime() ?? 0) - now().getTime()).toBeGreaterThan(2 * HOUR - 1000);
    expect(await exchange()).toMatchObject({ status: "done", counts: { contacts: 250, created: 250 } });
    expect(await store().db.select().from(leads)).toHaveLength(450);
  });

  it("stops at once when it is disconnected, and forgets the token", async () => {
    hubspot().addContact("7", { email: "an@example.com" });
    const actorId = await connect();
    await disconnectCrm({ actorId, at: now() }, store().db);
    expect((await exchange()).status).toBe("none");
    expect(await store().db.select().from(crmConnection)).toMatchObject([{ token: null, nextAt: null }]);
    expect(hubspot().calls).toEqual([]);
  });

  it("waits for a new token when the one it has is good no more", async () => {
    await connect({}, { token: "pat-withdrawn" });
    expect((await exchange()).status).toBe("failed");
    expect(await runs()).toMatchObject([{ failure: "signed_out" }]);
    expect(await store().db.select().from(crmConnection)).toMatchObject([{ nextAt: null }]);
  });

  it("takes what it knew of one account for no other", async () => {
    hubspot().addContact("7", { email: "an@example.com" });
    await connect();
    await exchange();
    await connect({}, { accountId: "99" });
    expect(await store().db.select().from(crmConnection)).toMatchObject([{ accountId: "99", contactsCursor: null }]);
    expect(await runs()).toEqual([]);
  });
});

describe("what both sides changed", () => {
  async function meetAn(settings: Parameters<typeof connect>[0]) {
    hubspot().addContact("7", { email: "an@example.com", jobtitle: "Clerk" });
    const actorId = await connect({ fields: NAMES, ...settings });
    await exchange();
    pass(HOUR);
    return { actorId, leadId: (await leadOf("7"))?.id ?? 0 };
  }

  it("is a conflict that the CRM wins where that is the rule, kept with both values", async () => {
    const { actorId, leadId } = await meetAn({ fieldsWin: "crm" });
    await setTitle(leadId, "Manager", actorId);
    hubspot().change("7", { jobtitle: "Director" });
    expect((await exchange()).counts).toMatchObject({ conflicts: 1, updated: 1 });
    expect((await leadOf("7"))?.jobTitle).toBe("Director");
    expect(await store().db.select().from(crmConflicts)).toMatchObject([
      { leadId, field: "job_title", before: "Clerk", here: "Manager", there: "Director", winner: "crm" },
    ]);
  });

  it("is a conflict that we win where that is the rule, told once", async () => {
    const { actorId, leadId } = await meetAn({ fieldsWin: "here" });
    await setTitle(leadId, "Manager", actorId);
    hubspot().change("7", { jobtitle: "Director" });
    await exchange();
    pass(HOUR);
    hubspot().change("7", { firstname: "An" });
    await exchange();
    expect(await leadOf("7")).toMatchObject({ jobTitle: "Manager", firstName: "An" });
    expect(await store().db.select().from(crmConflicts)).toHaveLength(1);
  });

  it("is no conflict when only one of them did", async () => {
    const { actorId, leadId } = await meetAn({ fieldsWin: "here" });
    hubspot().change("7", { jobtitle: "Director" });
    await exchange();
    expect((await leadOf("7"))?.jobTitle).toBe("Director");
    pass(HOUR);
    await setTitle(leadId, "Manager", actorId);
    hubspot().change("7", { firstname: "An" });
    await exchange();
    expect(await leadOf("7")).toMatchObject({ jobTitle: "Manager", firstName: "An" });
    expect(await store().db.select().from(crmConflicts)).toEqual([]);
  });

  it("goes for the owner too, who is told by name", async () => {
    const users = [];
    for (const [id, name] of [
      ["51", "Ria"],
      ["52", "Sam"],
      ["53", "Tim"],
    ] as const) {
      hubspot().owners.push({ id, email: `${name}@example.com`, firstName: name, lastName: "" });
      users.push(await addTestUser(store().db, { email: `${name}@example.com`.toLowerCase(), name: `${name} here` }));
    }
    hubspot().addContact("7", { email: "an@example.com", hubspot_owner_id: "51" });
    await connect({ ownersWin: "here", pushesOwners: true });
    await exchange();
    pass(HOUR);
    await store().db.update(leads).set({ ownerId: users[1] });
    hubspot().change("7", { hubspot_owner_id: "53" });
    expect((await exchange()).counts).toMatchObject({ conflicts: 1, pushed: 1 });
    expect(await store().db.select().from(crmConflicts)).toMatchObject([
      { field: "owner", before: "Ria", here: "Sam here", there: "Tim", winner: "here" },
    ]);
    expect((await leadOf("7"))?.ownerId).toBe(users[1]);
    expect(hubspot().contacts.get("7")?.properties.hubspot_owner_id).toBe("52");
    // Both agree now, so who comes there next is simply taken.
    pass(HOUR);
    hubspot().change("7", { hubspot_owner_id: "53" });
    expect((await exchange()).counts).toMatchObject({ conflicts: 0, updated: 1, pushed: 0 });
    expect((await leadOf("7"))?.ownerId).toBe(users[2]);
    expect(await store().db.select().from(ownerChanges)).toMatchObject([
      { fromUserId: users[1], toUserId: users[2], cause: "import" },
    ]);
  });
});

describe("pulling deals", () => {
  const WON = { hs_is_closed: "true", hs_is_closed_won: "true", closedate: "2026-03-09T10:00:00Z", amount: "1500.50" };

  it("makes customers of a deal's people, and counts its value once", async () => {
    for (const id of ["7", "8"]) hubspot().addContact(id, { email: `${id}@example.com` });
    hubspot().addDeal("90", WON, ["7", "8", "404"]);
    await connect();
    expect((await exchange()).counts).toMatchObject({ deals: 1, outcomes: 2 });
    expect([(await leadOf("7"))?.stage, (await leadOf("8"))?.stage]).toEqual(["customer", "customer"]);
    const stored = await store().db.select().from(outcomes).orderBy(outcomes.leadId);
    expect(stored).toMatchObject([
      { id: "hubspot:90", result: "won", valueMinor: 150_050, currency: "EUR", at: new Date("2026-03-09T10:00:00Z") },
      { id: "hubspot:90", result: "won", valueMinor: null, currency: null },
    ]);
    expect(await store().db.select().from(stageChanges).where(eq(stageChanges.cause, "outcome"))).toHaveLength(2);
  });

  it("tells a deal once, and again only when it was decided the other way round", async () => {
    hubspot().addContact("7", { email: "an@example.com" });
    hubspot().addDeal("90", { ...WON, hs_is_closed_won: "false" }, ["7"]);
    await connect();
    await exchange();
    hubspot().addDeal("90", { ...WON, hs_is_closed_won: "false", amount: "2" }, ["7"], now().getTime());
    expect((await exchange()).counts).toMatchObject({ deals: 1, outcomes: 0 });
    hubspot().addDeal("90", WON, ["7"], now().getTime());
    expect((await exchange()).counts).toMatchObject({ deals: 1, outcomes: 1 });
    expect((await leadOf("7"))?.stage).toBe("customer");
    hubspot().addDeal("90", { ...WON, amount: "3" }, ["7"], now().getTime());
    expect((await exchange()).counts).toMatchObject({ deals: 1, outcomes: 0 });
  });
});

describe("pushing scores", () => {
  const ALL = { fields: NAMES, push: ["fit", "engagement", "combined", "cell", "reasons"] as const };

  it("writes score, cell and reasons to who is a contact there, and again only what changed", async () => {
    await publish();
    await addTestLead(store().db, { email: "only-here@example.com" });
    for (let n = 1; n <= 130; n++)
      hubspot().addContact(String(n), { email: `p${n}@example.com`, jobtitle: n === 7 ? "Director" : "Clerk" });
    const actorId = await connect({ ...ALL, push: [...ALL.push] });
    expect((await exchange()).counts).toMatchObject({ created: 130, pushed: 130 });
    const pushes = () => hubspot().calls.filter(({ path }) => path.endsWith("/batch/update")).length;
    expect(pushes()).toBe(2);
    const seven = hubspot().contacts.get("7")?.properties;
    expect(seven).toMatchObject({ voorrang_fit: "30.00", voorrang_cell: "A4", jobtitle: "Director" });
    expect(seven?.voorrang_reasons).toMatch(/^Fit A: 30\.00\n\+30\.00 /);
    expect(hubspot().contacts.get("8")?.properties).toMatchObject({ voorrang_fit: "0.00", voorrang_cell: "D4" });
    pass(HOUR);
    expect((await exchange()).counts.pushed).toBe(0);
    const eight = (await leadOf("8"))?.id ?? 0;
    // However often it changed: as it stands.
    await setTitle(eight, "Director", actorId);
    await setTitle(eight, "Clerk", actorId);
    await setTitle(eight, "Director", actorId);
    expect((await exchange()).counts.pushed).toBe(1);
    expect(hubspot().contacts.get("8")?.properties).toMatchObject({ voorrang_cell: "A4" });
    expect(pushes()).toBe(3);
  });

  it("writes only to its own fields, of which it makes those that are wanted", async () => {
    await publish();
    hubspot().addContact("7", { email: "an@example.com", hubspot_owner_id: "51" });
    await connect({ push: ["cell"] });
    await exchange();
    const bodies = hubspot().calls.filter(({ path }) => path.endsWith("/batch/update"));
    expect(bodies.map(({ body }) => body)).toEqual([{ inputs: [{ id: "7", properties: { voorrang_cell: "D4" } }] }]);
    expect(hubspot().properties.filter(({ groupName }) => groupName === "voorrang")).toHaveLength(1);
  });

  it("writes nothing at all where nothing is to be pushed", async () => {
    await publish();
    hubspot().addContact("7", { email: "an@example.com" });
    await connect();
    await exchange();
    expect(hubspot().calls.filter(({ path }) => path.includes("batch/update") || path.includes("groups"))).toEqual([]);
  });

  it("takes a score back from who may not be scored any more", async () => {
    await publish();
    hubspot().addContact("7", { email: "an@example.com" });
    await connect({ ...ALL, push: [...ALL.push] });
    await exchange();
    const { db } = store();
    await db.update(leads).set({ mayScore: false });
    await db.transaction(async (tx) =>
      scoreLeads({ leadIds: [(await leadOf("7"))?.id ?? 0], at: now(), cause: "person", actorId: null }, tx),
    );
    expect((await exchange()).counts.pushed).toBe(1);
    expect(hubspot().contacts.get("7")?.properties).toMatchObject({
      voorrang_score: "",
      voorrang_cell: "",
      voorrang_reasons: "",
    });
  });

  it("leaves a contact alone that is there no more, and the others get theirs", async () => {
    await publish();
    for (const id of ["7", "8"]) hubspot().addContact(id, { email: `${id}@example.com` });
    const actorId = await connect({ fields: NAMES, push: ["cell"] });
    await exchange();
    hubspot().contacts.delete("7");
    for (const id of ["7", "8"]) await setTitle((await leadOf(id))?.id ?? 0, "Director", actorId);
    expect((await exchange()).counts).toMatchObject({ pushed: 1, gone: 1 });
    expect((await exchange()).counts).toMatchObject({ pushed: 0, gone: 0 });
  });

  it("goes on for the lead that two records were merged into", async () => {
    await publish();
    for (const id of ["7", "8"]) hubspot().addContact(id, { email: `${id}@example.com` });
    const actorId = await connect({ fields: NAMES, push: ["cell"] });
    await exchange();
    const [kept, merged] = [await leadOf("7"), await leadOf("8")];
    const viewer = { userId: actorId, role: "admin" } as const;
    await mergeLeads(
      { keptId: kept?.id ?? 0, mergedId: merged?.id ?? 0, viewer, cause: "hand", at: now() },
      store().db,
    );
    await setTitle(kept?.id ?? 0, "Director", actorId);
    expect((await exchange()).counts.pushed).toBe(2);
    expect(["7", "8"].map((id) => hubspot().contacts.get(id)?.properties.voorrang_cell)).toEqual(["A4", "A4"]);
  });
});
