import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#db/client.ts";
import { changeEndpointSecret } from "#db/mutations/change-endpoint-secret.ts";
import { mergeLeads } from "#db/mutations/merge-leads.ts";
import { sendDeliveries } from "#db/mutations/send-deliveries.ts";
import { tellEndpoints } from "#db/mutations/tell-endpoints.ts";
import { accounts, leadIdentities, leads, webhookEndpoints } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestEndpoint, toldTo } from "#db/test/endpoint-fixtures.ts";
import { addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { networkList } from "#lib/networks.ts";
import { TEST_CERTIFICATE } from "#lib/outgoing/test/certificate.ts";
import { closeServers, HERE, openHook } from "#lib/outgoing/test/servers.ts";
import { sealAddress, sealSecret } from "#lib/webhooks/sealed.ts";
import { makeSecret } from "#lib/webhooks/signature.ts";
import { sendDelivery } from "./send-delivery.ts";

const TRUSTING = { ...HERE, ca: TEST_CERTIFICATE };
const MINUTE = 60_000;
/** Receivers refuse what was not signed just now. */
const START = new Date();
let store: TestDatabase;
let db: Database;
let adminId: number;
beforeAll(async () => {
  store = await createTestDatabase();
  db = store.db;
  process.env.SECRETS_KEY = "a key for tests, of more than 32 characters";
  await addTestOrganisation(db);
  adminId = await addTestUser(db, { role: "admin" });
});
afterAll(async () => {
  await closeServers();
  await store.drop();
});

async function endpointAt(url: URL, overrides: Partial<typeof webhookEndpoints.$inferInsert> = {}) {
  await db.delete(webhookEndpoints);
  const secret = makeSecret();
  const sealed = { address: await sealAddress(url), secret: await sealSecret(secret) };
  return { secret, endpointId: await addTestEndpoint(db, { ...sealed, ...overrides }) };
}

async function breach(leadId: number) {
  const data = { dueAt: START.toISOString(), ownerId: null };
  await tellEndpoints([{ type: "lead.sla_breached", leadId, at: START, data }], db);
}

/** What a worker does, some minutes later. */
async function work(endpointId: number, { minutes = 0, outgoing = TRUSTING } = {}) {
  const now = () => new Date(START.getTime() + minutes * MINUTE);
  const send = (delivery: Parameters<typeof sendDelivery>[0]) =>
    sendDelivery(delivery, { now, outgoing, executor: db });
  return sendDeliveries({ endpointId, now, random: () => 0, send }, db);
}

function headersOf({ headers }: { readonly headers: Record<string, unknown> }): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

describe("a message to an endpoint", () => {
  it("arrives signed as the specification says, with the ids of its lead and not who it is", async () => {
    const hook = await openHook((_, response) => response.writeHead(204).end());
    const { secret, endpointId } = await endpointAt(hook.url);
    const leadId = await addTestLead(db, { firstName: "Anna", email: "anna@example.com" });
    await db.insert(leadIdentities).values([
      { kind: "email", value: "anna@example.com", leadId },
      { kind: "external:hubspot", value: "77", leadId },
    ]);
    await breach(leadId);
    expect(await work(endpointId)).toEqual({ sent: 1, waiting: 0, failed: 0 });
    const [posted] = hook.posted;
    if (!posted) throw new Error("Nothing arrived.");
    const body = new Webhook(secret).verify(posted.text, headersOf(posted));
    expect(body).toMatchObject({
      type: "lead.sla_breached",
      version: 1,
      timestamp: START.toISOString(),
      data: { lead: { id: leadId, externalIds: [{ source: "hubspot", id: "77" }] } },
    });
    expect(posted.text).not.toMatch(/anna/i);
    const [told] = await toldTo(endpointId, db);
    expect(told).toMatchObject({ state: "sent", answer: 204 });
    expect(posted.headers["webhook-id"]).toBe(`msg_${told?.messageId.replaceAll("-", "")}`);
  });

  it("says who its lead is where the endpoint is set to hear it", async () => {
    const hook = await openHook((_, response) => response.end());
    const { endpointId } = await endpointAt(hook.url, { hasContact: true });
    const [account] = await db
      .insert(accounts)
      .values({ name: "Vechtdal", createdAt: START, updatedAt: START })
      .returning();
    const who = { firstName: "Bas", lastName: "de Wit", email: "bas@example.com", accountId: account?.id };
    await breach(await addTestLead(db, who));
    await work(endpointId);
    expect(hook.posted[0]?.body).toMatchObject({
      data: { lead: { contact: { name: "Bas de Wit", email: "bas@example.com", company: "Vechtdal" } } },
    });
  });

  it("is sent again under the same id with a new time and signature", async () => {
    let status = 500;
    const hook = await openHook((_, response) => response.writeHead(status).end());
    const { secret, endpointId } = await endpointAt(hook.url);
    await breach(await addTestLead(db));
    await work(endpointId);
    status = 200;
    await work(endpointId, { minutes: 1 });
    const [first, second] = hook.posted;
    if (!first || !second) throw new Error("Nothing arrived.");
    expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
    expect(second.text).toBe(first.text);
    const later = (posted: typeof first) => Number(posted.headers["webhook-timestamp"]);
    expect(later(second) - later(first)).toBe(60);
    for (const posted of hook.posted) new Webhook(secret).verify(posted.text, headersOf(posted));
  });

  it("is signed by the secret before as well for a day after a change, and then no more", async () => {
    const hook = await openHook((_, response) => response.end());
    const { secret: before, endpointId } = await endpointAt(hook.url);
    const secret = makeSecret();
    const at = new Date(START.getTime() - 23 * 60 * MINUTE);
    await changeEndpointSecret({ endpointId, secret: await sealSecret(secret), actorId: adminId, at }, db);
    await breach(await addTestLead(db));
    await work(endpointId);
    const [posted] = hook.posted;
    if (!posted) throw new Error("Nothing arrived.");
    for (const each of [before, secret]) new Webhook(each).verify(posted.text, headersOf(posted));

    await db.update(webhookEndpoints).set({ previousUntil: START }).where(eq(webhookEndpoints.id, endpointId));
    await breach(await addTestLead(db));
    await work(endpointId);
    const last = hook.posted[1];
    if (!last) throw new Error("Nothing arrived.");
    new Webhook(secret).verify(last.text, headersOf(last));
    expect(() => new Webhook(before).verify(last.text, headersOf(last))).toThrow();
  });

  it("follows no redirect and reaches no network inside", async () => {
    const target = await openHook((_, response) => response.end());
    const hook = await openHook((_, response) => response.writeHead(307, { location: target.url.href }).end());
    const { endpointId } = await endpointAt(hook.url);
    await breach(await addTestLead(db));
    await work(endpointId);
    expect(await toldTo(endpointId, db)).toMatchObject([{ state: "waiting", answer: 307, failure: "redirected" }]);
    expect(target.posted).toEqual([]);

    const inside = await endpointAt(hook.url);
    await breach(await addTestLead(db));
    await work(inside.endpointId, { outgoing: { ...TRUSTING, allowed: networkList([]) } });
    expect(await toldTo(inside.endpointId, db)).toMatchObject([{ answer: null, failure: "address_refused" }]);
    expect(hook.posted).toHaveLength(1);
  });

  it("waits when its secret cannot be read", async () => {
    const hook = await openHook((_, response) => response.end());
    const { endpointId } = await endpointAt(hook.url, { secret: "v1.AAAA" });
    await breach(await addTestLead(db));
    await work(endpointId);
    expect(await toldTo(endpointId, db)).toMatchObject([{ state: "waiting", failure: "sealed" }]);
    expect(hook.posted).toEqual([]);
  });

  it("is about the lead that stays when its own was merged before it went out", async () => {
    const hook = await openHook((_, response) => response.end());
    const { endpointId } = await endpointAt(hook.url);
    const [keptId, mergedId] = [await addTestLead(db), await addTestLead(db)];
    await breach(mergedId);
    const viewer = { userId: adminId, role: "admin" } as const;
    expect(await mergeLeads({ cause: "hand", keptId, mergedId, viewer, at: START }, db)).toMatchObject({ ok: true });
    await work(endpointId);
    expect(hook.posted[0]?.body).toMatchObject({ data: { lead: { id: keptId } } });
    expect(await db.select().from(leads).where(eq(leads.id, mergedId))).toEqual([]);
  });
});
