import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { listManagerIds } from "#db/queries/managers.ts";
import { alertSettings, alerts, mailServer } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { type NewAlert, raiseAlert, raiseAlerts, renewAlerts } from "./raise-alert.ts";

const store = await testDatabases()();
const breach = { kind: "clock_breached", facts: { dueAt: "2026-03-10T08:00:00.000Z", ownerId: 4 } } as const;

async function withOrganisation(run: (tx: Executor) => Promise<void>) {
  await rolledBack(store.db, async (tx) => {
    await addTestOrganisation(tx);
    await run(tx);
  });
}

function raise(userIds: readonly number[], tx: Executor, changes: Partial<Pick<NewAlert, "subject" | "at">> = {}) {
  return raiseAlert({ ...breach, subject: "clock:7:1", leadId: 7, userIds, at: TEST_TIME, ...changes }, tx);
}

function told(userId: number, tx: Executor) {
  return tx.select().from(alerts).where(eq(alerts.userId, userId)).orderBy(asc(alerts.id));
}

async function setUpMail(tx: Executor) {
  await tx.insert(mailServer).values({
    host: "mail.example.com",
    port: 587,
    security: "starttls",
    fromAddress: "voorrang@example.com",
    updatedAt: TEST_TIME,
  });
}

describe("raising an alert", () => {
  it("writes a row for each person and channel, in the app as sent and elsewhere as waiting", async () => {
    await withOrganisation(async (tx) => {
      await setUpMail(tx);
      const [one, other] = [await addTestUser(tx), await addTestUser(tx)];
      await raise([one, other], tx);
      for (const userId of [one, other])
        expect(await told(userId, tx)).toMatchObject([
          { kind: "clock_breached", channel: "app", state: "sent", leadId: 7, facts: breach.facts },
          { kind: "clock_breached", channel: "email", state: "waiting", dueAt: TEST_TIME },
        ]);
    });
  });

  it("of many things takes as many statements as of one, and tells each to whom it is for", async () => {
    await withOrganisation(async (tx) => {
      const people = [await addTestUser(tx), await addTestUser(tx)];
      const many = Array.from({ length: 3000 }, (_, lead) => ({
        ...{ ...breach, leadId: lead, at: TEST_TIME },
        ...{ subject: `clock:${lead}`, userIds: people.slice(lead % 2) },
      }));
      await raiseAlerts([...many, ...many], tx);
      const [first, second] = people;
      expect((await told(first ?? 0, tx)).length).toBe(1500);
      expect((await told(second ?? 0, tx)).length).toBe(3000);
    });
  });

  it("of work that goes on brings what was told of it up to date, but for what has gone out", async () => {
    await withOrganisation(async (tx) => {
      await setUpMail(tx);
      const userId = await addTestUser(tx);
      const about = { ...breach, subject: "clock:7:1", leadId: 7, userIds: [userId], at: TEST_TIME };
      const renew = (ownerId: number) => renewAlerts([{ ...about, facts: { ...breach.facts, ownerId } }], tx);
      const owners = async () => (await told(userId, tx)).map(({ facts }) => facts);
      await renew(4);
      await renew(5);
      expect(await owners()).toMatchObject([{ ownerId: 5 }, { ownerId: 5 }]);
      await tx.update(alerts).set({ state: "sent" });
      await renew(6);
      expect(await owners()).toMatchObject([{ ownerId: 6 }, { ownerId: 5 }]);
    });
  });

  it("tells the same thing once, however often it is raised, and another thing besides", async () => {
    await withOrganisation(async (tx) => {
      const userId = await addTestUser(tx);
      await raise([userId], tx);
      await raise([userId, userId], tx);
      expect(await told(userId, tx)).toHaveLength(1);
      await raise([userId], tx, { subject: "clock:7:2" });
      expect(await told(userId, tx)).toHaveLength(2);
    });
  });

  it("goes where the person chose, by channels that are set up only", async () => {
    await withOrganisation(async (tx) => {
      const userId = await addTestUser(tx);
      const choices = { clock_breached: ["email", "webhook"] };
      await tx.insert(alertSettings).values({ userId, choices });
      await raise([userId], tx);
      expect(await told(userId, tx)).toEqual([]);
      await tx.update(alertSettings).set({ webhook: "sealed" });
      await setUpMail(tx);
      await raise([userId], tx);
      expect((await told(userId, tx)).map(({ channel }) => channel)).toEqual(["email", "webhook"]);
    });
  });

  it("waits in quiet hours, by the organisation's clock", async () => {
    await withOrganisation(async (tx) => {
      const userId = await addTestUser(tx);
      // The organisation is in Kathmandu, 5:45 ahead: 8:00 UTC is 13:45 there, and 14:00 is 8:15 UTC.
      await tx.insert(alertSettings).values({ userId, quietFrom: 12 * 60, quietUntil: 14 * 60 });
      await raise([userId], tx);
      expect(await told(userId, tx)).toMatchObject([
        { state: "sent", raisedAt: TEST_TIME, dueAt: new Date("2026-03-10T08:15:00Z") },
      ]);
    });
  });

  it("leaves out who is disabled or has no role", async () => {
    await withOrganisation(async (tx) => {
      const gone = await addTestUser(tx, { disabledAt: TEST_TIME });
      const roleless = await addTestUser(tx, { role: null });
      await raise([gone, roleless], tx);
      expect(await tx.select().from(alerts)).toEqual([]);
    });
  });

  it("is not there when what it tells of was undone", async () => {
    await withOrganisation(async (tx) => {
      const userId = await addTestUser(tx);
      const undone = tx.transaction(async (part) => {
        await raise([userId], part);
        throw new Error("undone");
      });
      await expect(undone).rejects.toThrow("undone");
      expect(await told(userId, tx)).toEqual([]);
    });
  });
});

describe("who manages", () => {
  it("are the managers who may sign in, and the admins where there is none", async () => {
    await withOrganisation(async (tx) => {
      const admin = await addTestUser(tx, { role: "admin" });
      await addTestUser(tx, { role: "manager", disabledAt: TEST_TIME });
      await addTestUser(tx, { role: "marketer" });
      expect(await listManagerIds(tx)).toEqual([admin]);
      const manager = await addTestUser(tx, { role: "manager" });
      expect(await listManagerIds(tx)).toEqual([manager]);
    });
  });
});
