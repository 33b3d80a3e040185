import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded } from "#db/embedded.ts";
import { createRandom } from "#db/seed/random.ts";
import { choosePorts } from "#scripts/run/port.ts";
import { type KeptProcess, keepProcess } from "#worker/test/kept-process.ts";
import { idsOf, openTracker, type PatientTracker } from "./test/patient-tracker.ts";
import { startTrackedInstallation, type TrackedInstallation } from "./test/tracked-installation.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const LEADS = IS_LONG ? 50_000 : 2_000;
const KILLS = IS_LONG ? 30 : 3;
const BATCH = 100;
const WRITERS = 8;
/** More than one process lets in at a time. */
const FLOOD = { batches: 40, size: 400 };
const VICTIMS = ["web", "postgres", "worker"] as const;

let installation: TrackedInstallation;
let tracker: PatientTracker;
let web: KeptProcess;
let worker: KeptProcess;
let address: string;

beforeAll(async () => {
  installation = await startTrackedInstallation({ leads: LEADS });
  tracker = openTracker(installation.secret);
  const [port = 0] = await choosePorts(1);
  address = `http://127.0.0.1:${port}`;
  const { env } = installation;
  web = await keepProcess({ args: () => ["app/v1/test/serve-trackers.ts", String(port)], env });
  worker = await keepProcess({ args: () => ["worker/main.ts"], env });
}, 10 * 60_000);
afterAll(async () => {
  await Promise.all([web.stop(), worker.stop()]);
  await installation.end();
});

async function kill(victim: (typeof VICTIMS)[number]): Promise<void> {
  if (victim === "web") return web.kill();
  if (victim === "worker") return worker.kill();
  const { folder, store } = installation;
  const pid = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
  expect((await startEmbedded(folder)).url).toBe(store.url);
}

describe("what a tracker was told is stored", () => {
  it(
    "is, also when the web process, the worker or PostgreSQL is killed in between",
    async () => {
      const random = createRandom("loss");
      const leadOf = () => random.int(1, LEADS);
      const { acknowledged } = tracker;
      let isOver = false;
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        for (let batch = 0; !isOver; batch++)
          await tracker.deliver({ address, messageIds: idsOf(`${writer} ${batch}`, BATCH), leadOf });
      });
      for (let count = 0; count < KILLS; count++) {
        const before = acknowledged.length;
        while (acknowledged.length < before + 10 * BATCH) await sleep(20);
        await sleep(random.int(0, 400));
        await kill(VICTIMS[count % VICTIMS.length] ?? "web");
      }
      const before = acknowledged.length;
      while (acknowledged.length < before + 10 * BATCH) await sleep(20);
      isOver = true;
      await Promise.all(writers);
      await installation.expectStored(acknowledged);
    },
    30 * 60_000,
  );

  it(
    "is, when far more comes than there is room for: the rest is told to come again, and does",
    async () => {
      const random = createRandom("flood");
      const leadOf = () => random.int(1, LEADS);
      tracker.forgetTurningAway();
      const flood = Array.from({ length: FLOOD.batches }, (_, n) => idsOf(`flood ${n}`, FLOOD.size));
      await Promise.all(flood.map((messageIds) => tracker.deliver({ address, messageIds, leadOf })));
      expect(tracker.turnedAwayAt(address)).toBeGreaterThan(0);
      await installation.expectStored(tracker.acknowledged);
    },
    10 * 60_000,
  );
});
