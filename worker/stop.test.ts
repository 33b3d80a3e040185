import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { notify } from "#db/mutations/notify.ts";
import { tellEndpoints } from "#db/mutations/tell-endpoints.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestEndpoint, toldTo } from "#db/test/endpoint-fixtures.ts";
import { addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { type HeardWorker, startHeardWorker } from "./test/heard-worker.ts";

const BREACH = { dueAt: new Date().toISOString(), ownerId: null };

let store: TestDatabase;
let worker: HeardWorker | undefined;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterAll(async () => {
  worker?.child.kill("SIGKILL");
  await store.drop();
});

it("a worker that is told to stop ends what it looks at first, and has nothing to complain of", async () => {
  worker = startHeardWorker(store);
  const { child, complaints } = worker;
  await store.db.transaction(async (tx) => {
    await tx.execute(sql`lock table sla_clocks in access exclusive mode`);
    await once(child, "message");
    await expect.poll(() => count(sql`application_name = 'voorrang' and wait_event_type = 'Lock'`)).toBe(1);
    child.kill("SIGTERM");
    // What hands out jobs is gone: from here on it would close what it still asks with.
    await expect.poll(() => count(sql`application_name like 'voorrang jobs%'`)).toBe(0);
  });
  const [code] = await once(child, "exit");
  expect({ code, said: complaints() }).toEqual({ code: 0, said: "" });
});

it("a worker that is told to stop while it looks for what is to be sent begins no sending any more", async () => {
  worker = startHeardWorker(store);
  const { child, complaints } = worker;
  await once(child, "message");
  const endpointId = await addTestEndpoint(store.db);
  const leadId = await addTestLead(store.db);
  // Between two looks that nobody asked for: those were always waited for.
  await sleep(500);
  await store.db.transaction(async (tx) => {
    await tx.execute(sql`lock table webhook_deliveries in access exclusive mode`);
    await tellEndpoints([{ type: "lead.sla_breached", leadId, at: new Date(), data: BREACH }], tx);
    await notify({ news: true }, store.db);
    await expect.poll(() => count(sql`application_name = 'voorrang' and wait_event_type = 'Lock'`)).toBeGreaterThan(0);
    child.kill("SIGTERM");
    await expect.poll(() => count(sql`application_name like 'voorrang jobs%'`)).toBe(0);
  });
  const [code] = await once(child, "exit");
  expect({ code, said: complaints() }).toEqual({ code: 0, said: "" });
  expect((await toldTo(endpointId, store.db)).map(({ state }) => state)).toEqual(["waiting"]);
});

/** Connections to the store of a kind. */
async function count(kind: ReturnType<typeof sql>): Promise<number> {
  const rows = await store.db.execute(sql`
    select from pg_stat_activity where datname = current_database() and ${kind}`);
  return rows.length;
}
