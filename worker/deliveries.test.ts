import type { RequestListener, ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tellEndpoints } from "#db/mutations/tell-endpoints.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestEndpoint, toldTo } from "#db/test/endpoint-fixtures.ts";
import { addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { closeServers, openHook } from "#lib/outgoing/test/servers.ts";
import { sealAddress, sealSecret } from "#lib/webhooks/sealed.ts";
import { makeSecret } from "#lib/webhooks/signature.ts";
import { type KeptProcess, keepProcess } from "./test/kept-process.ts";

const SECRETS_KEY = "a key for tests, of more than 32 characters";
const secret = makeSecret();
let store: TestDatabase;
let worker: KeptProcess;
/** While it is set a receiver has the message and does not answer. */
let isMute = false;

beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  process.env.SECRETS_KEY = SECRETS_KEY;
});
afterAll(async () => {
  await worker?.stop();
  await closeServers();
  await store.drop();
});

async function openEndpoint(answer: RequestListener) {
  const hook = await openHook(answer, { isPlain: true });
  const address = await sealAddress(new URL(`http://127.0.0.1:${hook.port}/`));
  const endpointId = await addTestEndpoint(store.db, { address, secret: await sealSecret(secret) });
  return { ...hook, endpointId };
}

function startWorker(now?: Date): Promise<KeptProcess> {
  const clock = now && { VOORRANG_TEST: "1", VOORRANG_TEST_NOW: now.toISOString() };
  const own = { DATABASE_URL: store.url, OUTGOING_NETWORKS: "127.0.0.1", LOG_LEVEL: "fatal", TZ: "UTC", SECRETS_KEY };
  return keepProcess({ args: () => ["worker/main.ts"], env: { ...own, ...clock } });
}

async function breach(leadId: number) {
  const at = new Date();
  const data = { dueAt: at.toISOString(), ownerId: null };
  await tellEndpoints([{ type: "lead.sla_breached", leadId, at, data }], store.db);
}

async function statesOf({ endpointId }: { readonly endpointId: number }): Promise<string[]> {
  return (await toldTo(endpointId, store.db)).map(({ state }) => state);
}

describe("a worker", () => {
  it("hears of news and sends it also while another endpoint does not answer", async () => {
    const held: ServerResponse[] = [];
    const silent = await openEndpoint((_, response) => void held.push(response));
    worker = await startWorker();
    await breach(await addTestLead(store.db));
    await expect.poll(() => silent.posted.length).toBe(1);
    const hook = await openEndpoint((_, response) => response.end());
    await breach(await addTestLead(store.db));
    await expect.poll(() => statesOf(hook)).toEqual(["sent"]);
    expect((await statesOf(silent))[0]).toBe("sending");
    const [posted] = hook.posted;
    if (!posted) throw new Error("Nothing arrived.");
    const headers = Object.entries(posted.headers).map(([name, value]) => [name, String(value)]);
    expect(new Webhook(secret).verify(posted.text, Object.fromEntries(headers))).toMatchObject({ version: 1 });
    for (const response of held) response.end();
    await worker.stop();
  });

  it("that is killed after the receiver has a message and before it is marked leads to the same message again, under its id and before the next", async () => {
    isMute = true;
    const hook = await openEndpoint((_, response) => void (isMute || response.end()));
    worker = await startWorker();
    const leadId = await addTestLead(store.db);
    await breach(leadId);
    await breach(leadId);
    await expect.poll(() => hook.posted.length).toBe(1);
    await expect.poll(() => statesOf(hook)).toEqual(["sending", "waiting"]);
    await worker.kill();
    await worker.stop();
    isMute = false;
    // Another one, three minutes later by its clock.
    worker = await startWorker(new Date(Date.now() + 3 * 60_000));
    await expect.poll(() => statesOf(hook)).toEqual(["sent", "sent"]);
    const ids = hook.posted.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(3);
    expect(ids[1]).toBe(ids[0]);
    expect(hook.posted[1]?.text).toBe(hook.posted[0]?.text);
    expect(ids[2]).not.toBe(ids[0]);
    expect((await toldTo(hook.endpointId, store.db)).map(({ attempts }) => attempts)).toEqual([2, 1]);
  });
});
