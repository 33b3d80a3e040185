import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markLeadsDue } from "#db/mutations/mark-leads-due.ts";
import { publishVersion } from "#db/mutations/publish-version.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { areLeadsDue } from "#db/queries/due-leads.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  daysAgo,
  TEST_ZONE,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";

let store: TestDatabase;
let worker: ChildProcess | undefined;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterAll(async () => {
  worker?.kill("SIGKILL");
  await store.drop();
});

/** `at`: what its clock says; the true time otherwise. */
async function startWorker(at?: Date): Promise<ChildProcess> {
  const clock = at && { VOORRANG_TEST: "1", VOORRANG_TEST_NOW: at.toISOString() };
  const env = { ...process.env, DATABASE_URL: store.url, LOG_LEVEL: "error", TZ: "UTC", ...clock };
  const child = spawn(process.execPath, ["worker/main.ts"], { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  worker = child;
  const [message] = await once(child, "message");
  expect(message).toBe("ready");
  return child;
}

const numberInForce = async () => (await findCurrentGeneration(store.db))?.models[0]?.number ?? 0;

async function publish(fit: number): Promise<void> {
  const definition = testDefinition({ mix: { fit, engagement: 100 - fit } });
  const modelId = (await findCurrentGeneration(store.db))?.models[0]?.modelId ?? null;
  const at = new Date();
  const published = await publishVersion({ modelId, definition, note: "", userId: null, at }, store.db);
  expect(published.ok).toBe(true);
}

describe("the worker", () => {
  it("puts a published version in force, scores what is due, survives a kill and stops when asked", async () => {
    const leadId = await addTestLead(store.db, { jobTitle: "Director" });
    for (const type of ["demo_requested", "page_viewed", "video_played"])
      await addTestEvent(store.db, leadId, { type, at: daysAgo(3) });
    const killed = await startWorker();
    await publish(50);
    await expect.poll(numberInForce).toBe(1);

    await markLeadsDue({ leadIds: [leadId], at: new Date() }, store.db);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    await publish(40);
    const next = await startWorker();
    await expect.poll(numberInForce).toBe(2);
    await expect.poll(() => areLeadsDue(store.db)).toBe(false);
    expect(await expectExactScores(store.db)).toBe(1);

    next.kill("SIGTERM");
    const [code] = await once(next, "exit");
    expect(code).toBe(0);
  });

  it("makes the scores of a new day at midnight, and of the day it is after nights that it missed", async () => {
    const dayInForce = async () => (await findCurrentGeneration(store.db))?.day;
    const day = localDay(Date.now(), TEST_ZONE) + 10;
    const midnight = startOfDay(day + 1, TEST_ZONE);
    // Long enough for the scores of that day to be there first.
    const awake = await startWorker(new Date(midnight - 20_000));
    await expect.poll(dayInForce).toBe(day);
    await expect.poll(dayInForce).toBe(day + 1);
    awake.kill("SIGTERM");
    await once(awake, "exit");

    const late = await startWorker(new Date(startOfDay(day + 5, TEST_ZONE) + 3_600_000));
    await expect.poll(dayInForce).toBe(day + 5);
    late.kill("SIGTERM");
    await once(late, "exit");
  });
});
