import { describe, expect, it } from "vitest";
import { crmConflicts, leads, ownerChanges } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { prepareExchanges, TEST_PAIRS } from "#db/test/crm-fixtures.ts";

const HOUR = 3_600_000;
const { store, hubspot, pass, connect, exchange, leadOf, setTitle } = prepareExchanges();

describe("what both sides changed", () => {
  async function meetAn(settings: Parameters<typeof connect>[0]) {
    hubspot().addContact("7", { email: "an@example.com", jobtitle: "Clerk" });
    const actorId = await connect({ fields: TEST_PAIRS, ...settings });
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
