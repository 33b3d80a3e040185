import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client.ts";
import { createSession } from "#db/mutations/create-session.ts";
import { raiseAlert } from "#db/mutations/raise-alert.ts";
import { saveMailServer } from "#db/mutations/save-mail-server.ts";
import { saveWebhook } from "#db/mutations/save-webhook.ts";
import { sendAlerts } from "#db/mutations/send-alerts.ts";
import { alertSettings, alerts } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { sealMailPassword, sealWebhook } from "#lib/alerts/open-sealed.ts";
import { TEST_CERTIFICATE } from "#lib/outgoing/test/certificate.ts";
import { closeServers, HERE, openHook, openMailServer } from "#lib/outgoing/test/servers.ts";
import { EXAMPLE_MONTH } from "#lib/performance/month-report/example-month.ts";
import { sendAlert } from "./send-alert.ts";

const TRUSTING = { ...HERE, ca: TEST_CERTIFICATE };
let store: TestDatabase;
let db: Database;
let actorId: number;
beforeAll(async () => {
  store = await createTestDatabase();
  db = store.db;
  process.env.SECRETS_KEY = "a key for tests, of more than 32 characters";
  process.env.PUBLIC_URL = "https://voorrang.example";
  await addTestOrganisation(db);
  actorId = await addTestUser(db, { role: "admin" });
});
afterAll(async () => {
  await closeServers();
  await store.drop();
});
beforeEach(() => db.delete(alerts));

async function setUpMail(port: number, password = "geheim"): Promise<void> {
  const server = { host: "mail.test", port, security: "starttls", fromAddress: "voorrang@example.com" } as const;
  const sealedPassword = await sealMailPassword(password);
  await saveMailServer({ settings: { ...server, userName: "voorrang" }, sealedPassword, actorId, at: TEST_TIME }, db);
}

async function raise(userId: number, leadId: number, subject = "clock:1"): Promise<void> {
  const facts = { dueAt: "2026-03-10T08:15:00.000Z", ownerId: userId };
  await raiseAlert({ kind: "clock_breached", facts, subject, leadId, userIds: [userId], at: TEST_TIME }, db);
}

/** What a worker does. */
async function work() {
  const now = () => TEST_TIME;
  return sendAlerts({ now, send: (alert) => sendAlert(alert, { now, outgoing: TRUSTING, executor: db }) }, db);
}

async function statesOf(userId: number) {
  const rows = await db.select().from(alerts).where(eq(alerts.userId, userId)).orderBy(asc(alerts.id));
  return rows.map(({ channel, state, failure }) => [channel, state, failure]);
}

describe("an alert outside the app", () => {
  it("arrives by e-mail and at a webhook, in its reader's language, with a link", async () => {
    const mail = await openMailServer();
    const hook = await openHook((_, response) => response.end("ok"));
    await setUpMail(mail.port);
    const userId = await addTestUser(db, { name: "Sanne", email: "sanne@example.com" });
    // No language of their own: that of the browser in which they signed in last.
    await createSession({ userId, at: new Date("2026-03-09T08:00:00Z"), locale: "en" }, db);
    await createSession({ userId, at: TEST_TIME, locale: "nl" }, db);
    const leadId = await addTestLead(db, { firstName: "Anna", ownerId: userId });
    const sealed = await sealWebhook(hook.url.href, { userId });
    await saveWebhook({ userId, sealed, at: TEST_TIME }, db);
    await db.update(alertSettings).set({ choices: { clock_breached: ["app", "email", "webhook"] } });
    await raise(userId, leadId);
    expect(await work()).toMatchObject({ sent: 2 });
    expect(mail.taken).toHaveLength(1);
    expect(mail.taken[0]?.to).toEqual(["sanne@example.com"]);
    const text = mail.taken[0]?.text ?? "";
    expect(text).toContain("Subject: Over tijd: Anna Jansen");
    expect(text).toContain(`https://voorrang.example/leads/${leadId}`);
    // 8:15 in London is 14:00 in Kathmandu, where the organisation is.
    expect(hook.posted).toMatchObject([
      {
        body: {
          text: `*Over tijd: Anna Jansen*\neerste contact had vóór 14:00 gemoeten\nvan Sanne\n<https://voorrang.example/leads/${leadId}|Bekijk het in Voorrang>`,
        },
      },
    ]);
    expect(await statesOf(userId)).toEqual([
      ["app", "sent", null],
      ["email", "sent", null],
      ["webhook", "sent", null],
    ]);
  });

  it("tells a month by e-mail in full, in its reader's language, with a link to the page", async () => {
    const mail = await openMailServer();
    await setUpMail(mail.port);
    const userId = await addTestUser(db, { role: "manager", email: "bas@example.com", locale: "nl" });
    const month = { kind: "month", subject: "month:2026-10", leadId: null, facts: EXAMPLE_MONTH } as const;
    await raiseAlert({ ...month, userIds: [userId], at: TEST_TIME }, db);
    expect(await work()).toMatchObject({ sent: 1 });
    await raiseAlert({ ...month, userIds: [userId], at: TEST_TIME }, db);
    expect(await work()).toMatchObject({ sent: 0 });
    expect(mail.taken).toHaveLength(1);
    const text = mail.taken[0]?.text ?? "";
    expect(text).toContain("Subject: De cijfers van oktober 2026");
    expect(text).toContain("Nieuwe leads: 412 (maand ervoor: 390)");
    expect(text).toContain("WAT TE VERANDEREN");
    expect(text).toContain("https://voorrang.example/performance");
  });

  it("names no lead that its reader has lost by the time it goes out", async () => {
    const mail = await openMailServer();
    await setUpMail(mail.port);
    const userId = await addTestUser(db);
    const leadId = await addTestLead(db, { firstName: "Geheim", ownerId: await addTestUser(db) });
    await raise(userId, leadId);
    await work();
    expect(mail.taken[0]?.text).toContain("a lead that is no longer yours");
    expect(mail.taken[0]?.text).not.toContain("Geheim");
  });

  it("waits to be tried again when the password is refused, and says so", async () => {
    const mail = await openMailServer();
    await setUpMail(mail.port, "fout");
    const userId = await addTestUser(db);
    await raise(userId, 1);
    expect(await work()).toMatchObject({ waiting: 1 });
    expect(await statesOf(userId)).toMatchObject([
      ["app", "sent", null],
      ["email", "waiting", expect.stringMatching(/^sign_in 535/)],
    ]);
  });

  it("is over when the stored password cannot be read: somebody has to type it again", async () => {
    await setUpMail(1);
    const server = { host: "mail.test", port: 1, security: "tls", fromAddress: "voorrang@example.com" } as const;
    const settings = { ...server, userName: "voorrang" };
    await saveMailServer({ settings, sealedPassword: "v1.nonsense", actorId, at: TEST_TIME }, db);
    const userId = await addTestUser(db);
    await raise(userId, 1);
    expect(await work()).toMatchObject({ failed: 1 });
    expect(await statesOf(userId)).toMatchObject([
      ["app", "sent", null],
      ["email", "failed", "sealed"],
    ]);
  });
});
