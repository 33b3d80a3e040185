import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { alerts, leadFieldValues, leadIdentities, leads, slaClocks } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { prepareExchanges, TEST_PAIRS } from "#db/test/crm-fixtures.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead } from "#db/test/scoring-fixtures.ts";
import { crmSettingsSchema } from "#lib/crm/settings.ts";
import { saveCrmSettings } from "./save-crm-settings.ts";

const HOUR = 3_600_000;
const { store, hubspot, now, pass, connect, exchange, leadOf, publish } = prepareExchanges();

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
    await connect({ fields: TEST_PAIRS });
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
    await connect({ fields: TEST_PAIRS });
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
    await connect({ fields: TEST_PAIRS });
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
    const settings = crmSettingsSchema.parse({ fields: TEST_PAIRS });
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
    const admin = await connect({ fields: TEST_PAIRS });
    await exchange();
    expect(await expectExactScores(store().db)).toBe(2);
    expect((await leadOf("7"))?.stage).toBe("marketing_qualified");
    expect(await store().db.select().from(slaClocks)).toEqual([]);
    expect(await store().db.select().from(alerts)).toMatchObject([
      { userId: admin, kind: "mass_effect", leadId: null, facts: { cause: "import", qualified: 1 } },
    ]);
  });
});
