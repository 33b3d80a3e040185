import { describe, expect, it } from "vitest";
import { raiseAlert } from "#db/mutations/raise-alert.ts";
import { seeAlerts } from "#db/mutations/see-alerts.ts";
import { accounts } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addTestEvent, addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { readInbox } from "./alerts.ts";

const store = await testDatabases()();
const at = TEST_TIME;

describe("what a person was told in the app", () => {
  it("is newest first, with the lead and its event by name", async () => {
    await rolledBack(store.db, async (tx) => {
      await addTestOrganisation(tx);
      const userId = await addTestUser(tx, { name: "Sanne" });
      const byId = await addTestUser(tx, { name: "Bas" });
      const [account] = await tx.insert(accounts).values({ name: "Kempen", createdAt: at, updatedAt: at }).returning();
      const leadId = await addTestLead(tx, { firstName: "Anna", ownerId: userId, accountId: account?.id ?? null });
      await addTestEvent(tx, leadId, { type: "demo_requested", at });
      const facts = { eventType: "demo_requested", cell: "A1", dueAt: null };
      await raiseAlert({ kind: "newcomer", facts, subject: "1", leadId, userIds: [userId], at }, tx);
      const given = { byId, note: "Bel haar." };
      const later = new Date(at.getTime() + 1_000);
      await raiseAlert({ kind: "given", facts: given, subject: "1", leadId, userIds: [userId], at: later }, tx);
      const inbox = await readInbox({ viewer: { userId, role: "rep" }, at }, tx);
      const lead = { id: leadId, name: "Anna Jansen", company: "Kempen" };
      expect(inbox).toMatchObject({
        unseen: 2,
        alerts: [
          { kind: "given", lead, people: { [byId]: "Bas" }, event: null, isSeen: false },
          { kind: "newcomer", lead, people: {}, event: "demo_requested", isSeen: false },
        ],
      });
      await seeAlerts({ userId, upToId: inbox.alerts[1]?.id ?? 0, at }, tx);
      expect((await readInbox({ viewer: { userId, role: "rep" }, at }, tx)).unseen).toBe(1);
    });
  });

  it("is nobody else's, and names no lead that the person does not see any more", async () => {
    await rolledBack(store.db, async (tx) => {
      await addTestOrganisation(tx);
      const [rep, colleague] = [await addTestUser(tx), await addTestUser(tx)];
      const leadId = await addTestLead(tx, { ownerId: colleague });
      const facts = { dueAt: at.toISOString() };
      await raiseAlert({ kind: "clock_half", facts, subject: "1", leadId, userIds: [rep], at }, tx);
      expect((await readInbox({ viewer: { userId: rep, role: "rep" }, at }, tx)).alerts).toMatchObject([
        { lead: null },
      ]);
      expect((await readInbox({ viewer: { userId: colleague, role: "rep" }, at }, tx)).alerts).toEqual([]);
    });
  });
});
