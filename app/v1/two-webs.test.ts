import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRandom } from "#db/seed/random.ts";
import { buildOnce } from "#scripts/run/build.ts";
import { choosePorts } from "#scripts/run/port.ts";
import { type KeptProcess, keepProcess } from "#worker/test/kept-process.ts";
import { idsOf, openTracker, type PatientTracker } from "./test/patient-tracker.ts";
import { startTrackedInstallation, type TrackedInstallation } from "./test/tracked-installation.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const LEADS = IS_LONG ? 50_000 : 2_000;
const FLOODS = IS_LONG ? 10 : 1;
/** At each process: less than one lets in that takes messages alone, and more than half of that. */
const FLOOD = { batches: 24, size: 400 };
/** After this a process counts anew who takes messages with it. */
const COUNTED_MS = 3_100;
/** After this a process that says nothing is counted no more. */
const SILENT_MS = 10_100;

const random = createRandom("two web processes");
const leadOf = () => random.int(1, LEADS);

let installation: TrackedInstallation;
let tracker: PatientTracker;
let webs: { readonly address: string; readonly process: KeptProcess }[];

beforeAll(async () => {
  await buildOnce();
  installation = await startTrackedInstallation({ leads: LEADS });
  tracker = openTracker(installation.secret);
  const ports = await choosePorts(2);
  webs = await Promise.all(ports.map(serve));
}, 20 * 60_000);
afterAll(async () => {
  await Promise.all(webs.map(({ process }) => process.stop()));
  await installation.end();
});

/** The web server as `npm start` runs it. */
async function serve(port: number) {
  const process = await keepProcess({
    args: () => ["scripts/web.ts"],
    env: {
      ...installation.env,
      ...{ HOST: "127.0.0.1", PORT: String(port), AUTH_SECRET: "kept for the length of this test only" },
      ...{ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", VOORRANG_TEST: "" },
    },
  });
  return { address: `http://127.0.0.1:${port}`, process };
}

const addresses = () => webs.map(({ address }) => address);

/** All at once at each of these addresses. */
async function flood(prefix: string, targets: readonly string[]): Promise<void> {
  tracker.forgetTurningAway();
  await Promise.all(
    targets.flatMap((address) =>
      Array.from({ length: FLOOD.batches }, (_, n) =>
        tracker.deliver({ address, messageIds: idsOf(`${prefix} ${address} ${n}`, FLOOD.size), leadOf }),
      ),
    ),
  );
}

/** Has each process say that it takes messages, and then count who does. */
async function getAcquainted(prefix: string, targets: readonly string[]): Promise<void> {
  for (const round of ["say", "count"]) {
    for (const address of targets)
      await tracker.deliver({ address, messageIds: idsOf(`${prefix} ${round} ${address}`, 1), leadOf });
    await sleep(COUNTED_MS);
  }
}

it(
  "two web processes share the room for messages: each turns away what is beyond its half, and loses nothing",
  async () => {
    await getAcquainted("two", addresses());
    for (let n = 0; n < FLOODS; n++) {
      await flood(`flood ${n}`, addresses());
      for (const address of addresses()) expect(tracker.turnedAwayAt(address)).toBeGreaterThan(0);
    }
    await installation.expectStored(tracker.acknowledged);
  },
  30 * 60_000,
);

it(
  "the one that is left has room for all of it, once the other was silent for ten seconds",
  async () => {
    const [left, gone] = webs;
    if (!left || !gone) throw new Error("There are no two processes.");
    await gone.process.stop();
    await sleep(SILENT_MS);
    await getAcquainted("one", [left.address]);
    await flood("alone", [left.address]);
    expect(tracker.turnedAwayAt(left.address)).toBe(0);
    await installation.expectStored(tracker.acknowledged);
  },
  10 * 60_000,
);
