import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { raiseAlert } from "#db/mutations/raise-alert.ts";
import { saveMailServer } from "#db/mutations/save-mail-server.ts";
import { alerts } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { closeServers, openMailServer } from "#lib/outgoing/test/servers.ts";
import { type KeptProcess, keepProcess } from "./test/kept-process.ts";

/** A Sunday: no digest goes out beside the alerts. */
const START = new Date("2026-03-08T09:00:00Z");
let store: TestDatabase;
let worker: KeptProcess;
let userId: number;
/** While it is set the mail server has the text and does not answer. */
let isMute = false;
const taken: string[] = [];

beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  userId = await addTestUser(store.db, { role: "manager" });
  const mail = await openMailServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, { envelope }, done) => {
      stream.resume();
      stream.on("end", () => {
        taken.push(...envelope.rcptTo.map(({ address }) => address));
        if (!isMute) done();
      });
    },
  });
  const server = { host: "127.0.0.1", port: mail.port, security: "none", fromAddress: "voorrang@example.com" } as const;
  const settings = { ...server, userName: null };
  await saveMailServer({ settings, sealedPassword: null, actorId: userId, at: START }, store.db);
});
afterAll(async () => {
  await worker?.stop();
  await closeServers();
  await store.drop();
});

function startWorker(now: Date): Promise<KeptProcess> {
  const clock = { VOORRANG_TEST: "1", VOORRANG_TEST_NOW: now.toISOString() };
  const own = { DATABASE_URL: store.url, OUTGOING_NETWORKS: "127.0.0.1", LOG_LEVEL: "fatal", TZ: "UTC" };
  return keepProcess({ args: () => ["worker/main.ts"], env: { ...own, ...clock } });
}

async function raise(subject: string): Promise<void> {
  const facts = { dueAt: START.toISOString(), ownerId: null };
  await raiseAlert({ kind: "clock_breached", facts, subject, leadId: 1, userIds: [userId], at: START }, store.db);
}

async function stateOf(subject: string): Promise<string | undefined> {
  const [mail] = await store.db
    .select({ state: alerts.state })
    .from(alerts)
    .where(and(eq(alerts.subject, subject), eq(alerts.channel, "email")));
  return mail?.state;
}

describe("a worker", () => {
  it("hears of an alert and sends it within seconds, without being asked", async () => {
    worker = await startWorker(START);
    const from = performance.now();
    await raise("clock:1");
    await expect.poll(() => stateOf("clock:1")).toBe("sent");
    // It did not wait for the minute's round: the database tells.
    expect(performance.now() - from).toBeLessThan(20_000);
    expect(taken).toHaveLength(1);
  });

  it("that is killed while a server has the text but has not answered leaves it uncertain, and nobody sends it twice", async () => {
    isMute = true;
    await raise("clock:2");
    await expect.poll(() => stateOf("clock:2")).toBe("sending");
    await expect.poll(() => taken.length).toBe(2);
    await worker.kill();
    await worker.stop();
    isMute = false;
    // Another one, six minutes later by its clock.
    worker = await startWorker(new Date(START.getTime() + 6 * 60_000));
    await expect.poll(() => stateOf("clock:2")).toBe("uncertain");
    await raise("clock:3");
    await expect.poll(() => stateOf("clock:3")).toBe("sent");
    expect(taken).toHaveLength(3);
  });
});
