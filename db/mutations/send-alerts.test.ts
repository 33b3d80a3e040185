import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { areAlertsDue } from "#db/queries/alerts-due.ts";
import { listUndelivered } from "#db/queries/undelivered-alerts.ts";
import { alertSettings, alerts, mailServer } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import type { Delivery } from "#lib/outgoing/delivery.ts";
import { forgetAlerts } from "./forget-alerts.ts";
import { raiseAlert } from "./raise-alert.ts";
import { seeAlerts } from "./see-alerts.ts";
import { sendAlertAgain } from "./send-alert-again.ts";
import { type ClaimedAlert, sendAlerts } from "./send-alerts.ts";

const { db } = await testDatabases()();
await addTestOrganisation(db);
await db.insert(mailServer).values({
  host: "mail.example.com",
  port: 587,
  security: "starttls",
  fromAddress: "voorrang@example.com",
  updatedAt: TEST_TIME,
});

const MINUTE = 60_000;
const FAILED: Delivery = { state: "failed", failure: "unreachable", detail: "ECONNREFUSED", isHopeless: false };
const later = (minutes: number) => new Date(TEST_TIME.getTime() + minutes * MINUTE);

let userId: number;
beforeEach(async () => {
  await db.delete(alerts);
  userId = await addTestUser(db);
});

async function raise(subject = "clock:7:1", to = [userId]) {
  const facts = { dueAt: "2026-03-10T08:00:00.000Z", ownerId: null };
  await raiseAlert({ kind: "clock_breached", facts, subject, leadId: 7, userIds: to, at: TEST_TIME }, db);
}

/** Sends what is due so many minutes after nine; gives what was handed over and what came of it. */
async function send(minutes: number, delivery: Delivery | ((alert: ClaimedAlert) => Promise<Delivery>)) {
  const handed: ClaimedAlert[] = [];
  const answer = typeof delivery === "function" ? delivery : async () => delivery;
  const result = await sendAlerts(
    {
      now: () => later(minutes),
      send: (alert) => {
        handed.push(alert);
        return answer(alert);
      },
    },
    db,
  );
  return { handed, result };
}

async function mailed(of = userId) {
  const rows = await db.select().from(alerts).where(eq(alerts.userId, of)).orderBy(asc(alerts.id));
  return rows.filter(({ channel }) => channel === "email");
}

describe("sending alerts", () => {
  it("sends each once, by e-mail and webhook, and never what the app shows", async () => {
    await db
      .insert(alertSettings)
      .values({ userId, choices: { clock_breached: ["app", "email", "webhook"] }, webhook: "x" });
    await raise();
    expect(await areAlertsDue({ at: TEST_TIME }, db)).toBe(true);
    const first = await send(0, { state: "sent" });
    expect(first.handed.map(({ channel }) => channel).sort()).toEqual(["email", "webhook"]);
    expect(first.result).toEqual({ sent: 2, waiting: 0, failed: 0, uncertain: 0, dropped: 0 });
    expect((await send(60, { state: "sent" })).handed).toEqual([]);
    expect(await areAlertsDue({ at: later(60) }, db)).toBe(false);
  });

  it("tries what failed again after 1, 5, 15, 60 and 240 minutes, and then lets it be", async () => {
    await raise();
    let minutes = 0;
    for (const pause of [1, 5, 15, 60, 240]) {
      expect((await send(minutes, FAILED)).result).toMatchObject({ waiting: 1 });
      expect((await send(minutes + pause - 0.01, FAILED)).handed).toEqual([]);
      minutes += pause;
    }
    expect((await send(minutes, FAILED)).result).toMatchObject({ failed: 1 });
    expect(await mailed()).toMatchObject([{ state: "failed", attempts: 6, failure: "unreachable ECONNREFUSED" }]);
    expect((await send(minutes + 10_000, FAILED)).handed).toEqual([]);
  });

  it("does not try again what would fail in the same way", async () => {
    await raise();
    await send(0, { state: "failed", failure: "refused", detail: "550 No such user", isHopeless: true });
    expect(await mailed()).toMatchObject([{ state: "failed", attempts: 1 }]);
  });

  it("marks what was never confirmed as uncertain, and does not send it again", async () => {
    await raise();
    await send(0, { state: "uncertain", failure: "unanswered", detail: "" });
    expect(await mailed()).toMatchObject([{ state: "uncertain", failure: "unanswered" }]);
    expect((await send(10_000, { state: "sent" })).handed).toEqual([]);
  });

  it("counts what a killed process was sending as uncertain, and does not send it again", async () => {
    await raise();
    await send(0, () => Promise.reject(new Error("killed"))).catch(() => {});
    expect(await mailed()).toMatchObject([{ state: "sending" }]);
    expect((await send(4, { state: "sent" })).handed).toEqual([]);
    expect((await send(6, { state: "sent" })).result).toMatchObject({ sent: 0, uncertain: 1 });
    expect(await mailed()).toMatchObject([{ state: "uncertain", failure: "stopped" }]);
  });

  it("does not try again in quiet hours", async () => {
    // 13:45 in Kathmandu; quiet from 13:46 until 15:00.
    await db.insert(alertSettings).values({ userId, quietFrom: 13 * 60 + 46, quietUntil: 15 * 60 });
    await raise();
    await send(0, FAILED);
    expect(await mailed()).toMatchObject([{ state: "waiting", dueAt: later(75) }]);
  });

  it("is shared by workers: forty alerts and four of them, and each goes out once", async () => {
    const people = await Promise.all(Array.from({ length: 40 }, () => addTestUser(db)));
    await raise("clock:7:9", people);
    const runs = await Promise.all(
      [1, 2, 3, 4].map(() =>
        send(0, async () => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return { state: "sent" };
        }),
      ),
    );
    const handed = runs.flatMap((run) => run.handed.map(({ alertId }) => alertId));
    expect(handed).toHaveLength(40);
    expect(new Set(handed).size).toBe(40);
  });

  it("waits for the end of quiet hours, and need not go any more when the person saw it in the app meanwhile", async () => {
    // 13:45 in Kathmandu; quiet until 14:45.
    await db.insert(alertSettings).values({ userId, quietFrom: 13 * 60, quietUntil: 14 * 60 + 45 });
    await raise("clock:7:1");
    await raise("clock:7:2");
    expect((await send(59, { state: "sent" })).handed).toEqual([]);
    const [seen] = await db.select().from(alerts).where(eq(alerts.subject, "clock:7:1")).orderBy(asc(alerts.id));
    await seeAlerts({ userId, upToId: seen?.id ?? 0, at: later(30) }, db);
    expect((await send(60, { state: "sent" })).handed).toHaveLength(1);
    expect((await mailed()).map(({ subject, state }) => [subject, state])).toEqual([
      ["clock:7:1", "seen"],
      ["clock:7:2", "sent"],
    ]);
  });
});

describe("what people were told long ago", () => {
  it("is dropped after ninety days", async () => {
    await raise();
    const day = 1_440;
    await forgetAlerts({ at: later(90 * day) }, db);
    expect(await mailed()).toHaveLength(1);
    await forgetAlerts({ at: later(90 * day + 1) }, db);
    expect(await db.select().from(alerts)).toEqual([]);
  });
});

describe("what did not arrive", () => {
  it("is listed with who, what and why, and sent again when a person asks for it", async () => {
    await raise();
    await send(0, { state: "failed", failure: "refused", detail: "550 No such user", isHopeless: true });
    const [found] = await listUndelivered({ since: TEST_TIME }, db);
    expect(found).toMatchObject({
      userId,
      kind: "clock_breached",
      channel: "email",
      state: "failed",
      told: { failure: "refused", detail: "550 No such user" },
    });
    const again = { userId, alertId: found?.alertId ?? 0, actorId: userId, at: later(5) };
    expect(await sendAlertAgain(again, db)).toEqual({ ok: true, value: null });
    expect((await send(5, { state: "sent" })).handed).toHaveLength(1);
    expect(await listUndelivered({ since: TEST_TIME }, db)).toEqual([]);
    expect(await sendAlertAgain(again, db)).toMatchObject({ ok: false, refusal: { reason: "alert_moved_on" } });
  });

  it("holds what is tried again by itself, but not what only waits", async () => {
    await raise();
    expect(await listUndelivered({ since: TEST_TIME }, db)).toEqual([]);
    await send(0, FAILED);
    expect(await listUndelivered({ since: TEST_TIME }, db)).toMatchObject([{ state: "waiting", dueAt: later(1) }]);
  });
});
