import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DATASET_EVENT_TYPES } from "#scripts/bench/dataset-events.ts";
import { buildOnce } from "#scripts/run/build.ts";
import { type OpenScreen, openScreen } from "./test/open-screen.ts";
import { type ScreensInstallation, startScreensInstallation } from "./test/screens-installation.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const SCREENS = 100;
/** So many that no lead changes again before everybody heard of its last change. */
const LEADS = 5_000;
const PER_SECOND = 50;
const WARM_UP_SECONDS = IS_LONG ? 120 : 10;
const SECONDS = IS_LONG ? 600 : 20;
const PATIENCE_MS = 30_000;
const GATHERED_MS = 20;
/** What the server may have grown by: of about 90 MB in use, and 280 that it takes. */
const MOST_GROWTH = 10 * 1024 * 1024;
const MOST_RESIDENT_GROWTH = 1.25;

let installation: ScreensInstallation;
const screens: OpenScreen[] = [];
// A connection that is kept may be closed by the server just as it is used again: each request has its own.
const agent = new Agent({ keepAlive: false, maxSockets: 32 });

beforeAll(async () => {
  await buildOnce();
  installation = await startScreensInstallation({ leads: LEADS });
  const userIds = [...(await installation.listSight()).keys()];
  for (let screen = 0; screen < SCREENS; screen++) {
    const userId = userIds[screen % userIds.length] ?? 0;
    const cookie = await installation.signIn(userId);
    const readSight = async () => (await sightByNow()).get(userId) ?? new Set<number>();
    screens.push(await openScreen({ address: installation.address, cookie, readSight }));
  }
}, 20 * 60_000);
afterAll(async () => {
  await Promise.all(screens.map((screen) => screen.close()));
  agent.destroy();
  await installation.end();
});

let asked: ReturnType<ScreensInstallation["listSight"]> | null = null;

/** A lead that nobody had is given to one of them once it qualifies: those that look again together are answered together. */
function sightByNow(): ReturnType<ScreensInstallation["listSight"]> {
  asked ??= sleep(GATHERED_MS).then(() => {
    asked = null;
    return installation.listSight();
  });
  return asked;
}

let sent = 0;

/** Leads change one after another, each by a request of its tracker. */
async function change(seconds: number): Promise<void> {
  const start = performance.now();
  const answers: Promise<number>[] = [];
  for (let count = 0; count < seconds * PER_SECOND; count++) {
    const early = start + (count * 1000) / PER_SECOND - performance.now();
    if (early > 0) await sleep(early);
    answers.push(sendOne(sent++));
  }
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
}

function sendOne(count: number): Promise<number> {
  const leadId = 1 + (count % LEADS);
  const event = DATASET_EVENT_TYPES[count % DATASET_EVENT_TYPES.length];
  const headers = { authorization: `Bearer ${installation.secret}` };
  const sentAt = Date.now();
  for (const screen of screens) screen.expectChange(leadId, sentAt);
  return new Promise((resolve, reject) => {
    const asked = request(`${installation.address}/v1/track`, { method: "POST", agent, headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    asked.on("error", reject);
    asked.end(JSON.stringify({ userId: `u${leadId}`, event, messageId: `change ${count}` }));
  });
}

async function untilAllTold(): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (screens.some((screen) => screen.countUntold() > 0) && performance.now() < deadline) {
    await sleep(250);
    await Promise.all(screens.map((screen) => screen.lookAgain()));
  }
}

it(
  "a hundred screens that are open at once hear of every change that they may, and the server's memory stays flat",
  async () => {
    await change(WARM_UP_SECONDS);
    await untilAllTold();
    const before = await installation.readMemory();
    await change(SECONDS);
    await untilAllTold();
    const after = await installation.readMemory();

    const waits = screens.flatMap((screen) => screen.waits()).sort((a, b) => a - b);
    const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
    process.stdout.write(
      `${SCREENS} screens, ${sent} changes, told ${waits.length} times, half within ${waits[waits.length >> 1]} ms, ` +
        `95 % within ${waits[Math.floor(waits.length * 0.95)]} ms, the last after ${waits.at(-1)} ms; ` +
        `heap ${megabytes(before.heap)} -> ${megabytes(after.heap)} MB, ` +
        `resident ${megabytes(before.resident)} -> ${megabytes(after.resident)} MB\n`,
    );
    expect(screens.filter((screen) => !screen.isOpen())).toEqual([]);
    expect(screens.map((screen) => screen.countUntold())).toEqual(screens.map(() => 0));
    expect(screens.map((screen) => screen.countMissed())).toEqual(screens.map(() => 0));
    expect(waits.at(-1)).toBeLessThan(PATIENCE_MS);
    expect(new Set(screens.flatMap((screen) => [...screen.answers().keys()]))).toEqual(new Set([200]));
    expect(after.heap - before.heap).toBeLessThan(MOST_GROWTH);
    expect(after.resident / before.resident).toBeLessThan(MOST_RESIDENT_GROWTH);
  },
  30 * 60_000,
);
