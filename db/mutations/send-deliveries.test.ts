import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { listDeliveries } from "#db/queries/deliveries.ts";
import { listDueEndpoints } from "#db/queries/deliveries-due.ts";
import { findEndpoint } from "#db/queries/endpoints.ts";
import { alerts, webhookDeliveries, webhookEndpoints } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { addTestEndpoint, toldTo } from "#db/test/endpoint-fixtures.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import type { Attempt } from "#lib/webhooks/attempt.ts";
import type { ClaimedDelivery } from "#lib/webhooks/delivery.ts";
import type { WebhookEvent } from "#lib/webhooks/events.ts";
import { forgetDeliveries } from "./forget-deliveries.ts";
import { resumeEndpoint } from "./resume-endpoint.ts";
import { sendDeliveries } from "./send-deliveries.ts";
import { sendDeliveriesAgain } from "./send-deliveries-again.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

const { db } = await testDatabases()();
await addTestOrganisation(db);
const adminId = await addTestUser(db, { role: "admin" });
await addTestUser(db, { role: "manager" });

const MINUTE = 60_000;
const HOUR = 60;
const ARRIVED: Attempt = { state: "arrived", answer: 204 };
const DOWN: Attempt = { state: "missed", answer: 503, failure: "refused", detail: "down", isGone: false };
const later = (minutes: number) => new Date(TEST_TIME.getTime() + minutes * MINUTE);

let endpointId: number;
beforeEach(async () => {
  await db.delete(webhookEndpoints);
  await db.delete(alerts);
  endpointId = await addTestEndpoint(db);
});

async function breach(leadIds: readonly number[], minutes = 0) {
  const data = { dueAt: TEST_TIME.toISOString(), ownerId: null };
  const news = leadIds.map((leadId) => ({ type: "lead.sla_breached", leadId, at: later(minutes), data }) as const);
  await tellEndpoints(news, db);
}

type Answer = Attempt | ((delivery: ClaimedDelivery) => Attempt | Promise<Attempt>);

/** Sends what is due so many minutes after nine; gives which leads it was about, in order. */
async function send(minutes: number, answer: Answer = ARRIVED, id = endpointId) {
  const handed: ClaimedDelivery[] = [];
  const now = () => later(minutes);
  const done = await sendDeliveries(
    {
      endpointId: id,
      now,
      random: () => 0,
      send: async (delivery) => {
        handed.push(delivery);
        return typeof answer === "function" ? answer(delivery) : answer;
      },
    },
    db,
  );
  return { handed, done, leads: handed.map(({ leadId }) => leadId) };
}

const states = async () => (await toldTo(endpointId, db)).map(({ leadId, state }) => [leadId, state]);
const isUp = (delivery: ClaimedDelivery) => (delivery.leadId === 1 ? DOWN : ARRIVED);

describe("what is told to endpoints", () => {
  it("is what each chose to hear, nothing for one that is off, and kept for one that is paused", async () => {
    const events: WebhookEvent[] = ["version.published"];
    const chosen = await addTestEndpoint(db, { events });
    const off = await addTestEndpoint(db, { state: "off" });
    const paused = await addTestEndpoint(db, { state: "paused" });
    await breach([1]);
    const told = await Promise.all([endpointId, chosen, off, paused].map((id) => toldTo(id, db)));
    expect(told.map((rows) => rows.length)).toEqual([1, 0, 0, 1]);
    expect(await listDueEndpoints({ at: TEST_TIME }, db)).toEqual([endpointId]);
  });

  it("is told exactly when what it tells of is committed", async () => {
    await db
      .transaction(async (tx) => {
        await tellEndpoints([{ type: "version.published", leadId: null, at: TEST_TIME, data: version }], tx);
        throw new Error("no");
      })
      .catch(() => {});
    expect(await toldTo(endpointId, db)).toEqual([]);
  });

  it("of something taken back goes to who heard it", async () => {
    const heard = await addTestEndpoint(db, { events: ["lead.accepted"] });
    const others = await addTestEndpoint(db, { events: ["lead.recycled"] });
    const data = { undoes: ["lead.accepted"], stage: "marketing_qualified", userId: 1 } as const;
    await tellEndpoints(
      [{ type: "lead.undone", leadId: 1, at: TEST_TIME, data: { ...data, undoes: ["lead.accepted"] } }],
      db,
    );
    expect(await toldTo(heard, db)).toMatchObject([{ type: "lead.undone" }]);
    expect(await toldTo(others, db)).toEqual([]);
  });
});

const version = { modelId: 1, versionId: 2, number: 2, returnsToVersionId: null, userId: null };

describe("sending to an endpoint", () => {
  it("sends each once, of one lead in order", async () => {
    await breach([1, 2, 1, 2, 1]);
    const { leads, done } = await send(0);
    expect(leads.filter((lead) => lead === 1)).toHaveLength(3);
    expect(done).toEqual({ sent: 5, waiting: 0, failed: 0 });
    const ids = (await toldTo(endpointId, db)).map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect((await send(60)).handed).toEqual([]);
    expect(await listDueEndpoints({ at: later(60) }, db)).toEqual([]);
  });

  it("holds back only what is later about the lead whose message fails", async () => {
    await breach([1, 2, 1, 3]);
    expect((await send(0, isUp)).leads.sort()).toEqual([1, 2, 3]);
    await breach([1, 2], 1);
    expect(await states()).toEqual([
      [1, "waiting"],
      [2, "sent"],
      [1, "waiting"],
      [3, "sent"],
      [1, "waiting"],
      [2, "waiting"],
    ]);
    // The second attempt, 5 seconds after the first, brings the others after it, in order.
    const { handed } = await send(1);
    const about = handed.filter(({ leadId }) => leadId === 1).map(({ id }) => id);
    expect(about).toEqual([...about].sort((a, b) => a - b));
    expect(handed).toHaveLength(4);
  });

  it("keeps the order when two workers send at once", async () => {
    const leads = Array.from({ length: 60 }, (_, place) => (place % 6) + 1);
    await breach(leads);
    const arrived: ClaimedDelivery[] = [];
    const answer = async (delivery: ClaimedDelivery) => {
      await new Promise((resolve) => setTimeout(resolve, delivery.id % 5));
      arrived.push(delivery);
      return ARRIVED;
    };
    await Promise.all([send(0, answer), send(0, answer)]);
    await send(0, answer);
    expect(new Set(arrived.map(({ id }) => id)).size).toBe(60);
    expect(arrived).toHaveLength(60);
    for (let lead = 1; lead <= 6; lead++) {
      const ids = arrived.filter(({ leadId }) => leadId === lead).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    }
  });

  it("sends again what a killed process had in hand, under the same id", async () => {
    await breach([1]);
    const killed = await send(0, () => Promise.reject(new Error("killed"))).catch(() => null);
    expect(killed).toBeNull();
    const [before] = await toldTo(endpointId, db);
    expect(before?.state).toBe("sending");
    expect((await send(1)).handed).toEqual([]);
    expect(await listDueEndpoints({ at: later(3) }, db)).toEqual([endpointId]);
    const { handed } = await send(3);
    expect(handed).toMatchObject([{ messageId: before?.messageId, attempts: 2 }]);
  });

  it("takes no word of a process that was thought to be gone", async () => {
    await breach([1]);
    await send(0, async () => {
      expect((await send(3)).done).toMatchObject({ sent: 1 });
      return DOWN;
    });
    expect(await states()).toEqual([[1, "sent"]]);
    expect((await findEndpoint(endpointId, db))?.failingSince).toBeNull();
  });

  it("says what was answered, how often it was tried and when it is tried again", async () => {
    await breach([1]);
    await send(0, DOWN);
    expect((await listDeliveries({ endpointId, state: null, before: null }, db)).deliveries).toMatchObject([
      {
        state: "waiting",
        attempts: 1,
        answer: 503,
        told: { failure: "refused", detail: "down" },
        dueAt: later(5 / 60).getTime(),
      },
    ]);
    expect((await send(4 / 60)).handed).toEqual([]);
    expect((await send(5 / 60)).handed).toHaveLength(1);
    expect((await listDeliveries({ endpointId, state: "sent", before: null }, db)).deliveries).toMatchObject([
      { attempts: 2, answer: 204, told: null },
    ]);
  });

  it("asks an endpoint that nothing reaches with one message at a time, a minute apart at most", async () => {
    await breach(Array.from({ length: 100 }, (_, place) => place + 1));
    expect((await send(0, DOWN)).handed).toHaveLength(8);
    // The eighth failure: 40 seconds of rest.
    expect(await listDueEndpoints({ at: later(0.6) }, db)).toEqual([]);
    expect((await send(0.7, DOWN)).handed).toHaveLength(1);
    expect((await send(1.6, DOWN)).handed).toEqual([]);
    expect((await send(1.8)).handed).toHaveLength(100);
  });
});

describe("a message that does not arrive for three days", () => {
  const tries = [0, 5 / 60, 5.1, 36, 3 * HOUR, 8 * HOUR, 18 * HOUR, 32 * HOUR, 52 * HOUR];

  it("is given up when others arrived meanwhile, and those after it go on", async () => {
    await breach([1, 1]);
    for (const minutes of tries) {
      await send(minutes, isUp);
      await breach([2], minutes);
      await send(minutes, isUp);
    }
    const { done } = await send(72 * HOUR, isUp);
    expect(done.failed).toBe(1);
    expect((await states()).slice(0, 2)).toEqual([
      [1, "failed"],
      [1, "waiting"],
    ]);
    expect(await findEndpoint(endpointId, db)).toMatchObject({ state: "on", failed: 1, waiting: 1 });
    expect((await send(73 * HOUR)).done).toMatchObject({ sent: 1 });
  });

  it("pauses an endpoint at which nothing else arrived, loses nothing, and tells who can mend it", async () => {
    await breach([1]);
    for (const minutes of tries) await send(minutes, DOWN);
    expect(await findEndpoint(endpointId, db)).toMatchObject({ state: "on" });
    await send(72 * HOUR, DOWN);
    expect(await findEndpoint(endpointId, db)).toMatchObject({ state: "paused", waiting: 1, failed: 0 });
    const [alert] = await db.select().from(alerts);
    expect(alert).toMatchObject({
      kind: "webhook_paused",
      userId: adminId,
      facts: { endpointId, name: "CRM", failingSince: TEST_TIME.toISOString() },
    });
    await breach([2], 73 * HOUR);
    expect((await send(80 * HOUR)).handed).toEqual([]);

    await resumeEndpoint({ endpointId, actorId: adminId, at: later(90 * HOUR) }, db);
    expect((await send(90 * HOUR, DOWN)).done.waiting).toBe(2);
    expect((await send(91 * HOUR)).leads.sort()).toEqual([1, 2]);
  });
});

describe("an endpoint that answers that it is gone", () => {
  it("is paused at once", async () => {
    await breach([1]);
    await send(0, { ...DOWN, answer: 410, isGone: true });
    expect(await findEndpoint(endpointId, db)).toMatchObject({ state: "paused", waiting: 1 });
    expect(await db.select().from(alerts)).toMatchObject([{ facts: { failingSince: null } }]);
  });
});

describe("a person", () => {
  it("sends one again under the same id, or all that failed", async () => {
    await breach([1, 2, 3]);
    await send(0);
    const [first] = await toldTo(endpointId, db);
    const by = { endpointId, actorId: adminId, at: later(5) };
    expect(await sendDeliveriesAgain({ ...by, deliveryId: first?.id ?? 0 }, db)).toEqual({ ok: true, value: 1 });
    expect((await send(5)).handed).toMatchObject([{ messageId: first?.messageId, attempts: 1 }]);
    await db.update(webhookDeliveries).set({ state: "failed" }).where(eq(webhookDeliveries.leadId, 2));
    await db.update(webhookDeliveries).set({ state: "failed" }).where(eq(webhookDeliveries.leadId, 3));
    expect(await sendDeliveriesAgain({ ...by, deliveryId: null }, db)).toEqual({ ok: true, value: 2 });
    expect((await send(5)).leads.sort()).toEqual([2, 3]);
    expect(await sendDeliveriesAgain({ ...by, deliveryId: null }, db)).toMatchObject({ ok: false });
  });
});

it("messages are forgotten after thirty days", async () => {
  await breach([1]);
  await breach([2], 1);
  await forgetDeliveries({ at: later(30 * 24 * HOUR + 0.5) }, db);
  expect(await states()).toEqual([[2, "waiting"]]);
});
