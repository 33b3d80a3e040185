import { asc, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { type NewAlert, raiseAlert } from "#db/mutations/raise-alert.ts";
import { alerts, leads, slaClocks } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME as at } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import type { AlertCause } from "#lib/alerts/kinds.ts";
import { isAlertOver } from "./is-alert-over.ts";

const store = await testDatabases()();

/** A lead with an owner and a running clock, of which the owner is told something. */
async function told(cause: AlertCause, tx: Executor) {
  await addTestOrganisation(tx);
  const userId = await addTestUser(tx);
  const leadId = await addTestLead(tx, { ownerId: userId });
  const times = { arrivedAt: at, startedAt: at, halfAt: at, dueAt: at };
  await tx
    .insert(slaClocks)
    .values({ leadId, eventId: crypto.randomUUID(), criterion: "demo", slaMinutes: 15, ...times });
  const [clock] = await tx.select({ id: slaClocks.id }).from(slaClocks).orderBy(desc(slaClocks.id)).limit(1);
  const alert: NewAlert = { ...cause, subject: `clock:${clock?.id}`, leadId, userIds: [userId], at };
  await raiseAlert(alert, tx);
  const [row] = await tx.select({ id: alerts.id }).from(alerts).orderBy(asc(alerts.id)).limit(1);
  return { leadId, isOver: () => isAlertOver({ userId, alertId: row?.id ?? 0 }, tx) };
}

const dueAt = at.toISOString();

describe("what an alert tells of", () => {
  it("is over when the first touch was made before a reminder went out", async () => {
    await rolledBack(store.db, async (tx) => {
      const { leadId, isOver } = await told({ kind: "clock_half", facts: { dueAt } }, tx);
      expect(await isOver()).toBe(false);
      await tx.update(slaClocks).set({ stoppedAt: at, touchId: 1 }).where(eq(slaClocks.leadId, leadId));
      expect(await isOver()).toBe(true);
    });
  });

  it("is over when the lead is not the person's any more", async () => {
    await rolledBack(store.db, async (tx) => {
      const { leadId, isOver } = await told({ kind: "given", facts: { byId: null, note: "" } }, tx);
      expect(await isOver()).toBe(false);
      await tx.update(leads).set({ ownerId: null }).where(eq(leads.id, leadId));
      expect(await isOver()).toBe(true);
    });
  });

  it("is over when a lead that was nobody's has found an owner", async () => {
    await rolledBack(store.db, async (tx) => {
      const { leadId, isOver } = await told({ kind: "no_owner", facts: { dueAt, ownerId: null } }, tx);
      expect(await isOver()).toBe(true);
      await tx.update(leads).set({ ownerId: null }).where(eq(leads.id, leadId));
      expect(await isOver()).toBe(false);
    });
  });

  it("is never over when a lead was late", async () => {
    await rolledBack(store.db, async (tx) => {
      const { leadId, isOver } = await told({ kind: "clock_breached", facts: { dueAt, ownerId: null } }, tx);
      await tx.update(slaClocks).set({ stoppedAt: at, touchId: 1 }).where(eq(slaClocks.leadId, leadId));
      expect(await isOver()).toBe(false);
    });
  });
});
