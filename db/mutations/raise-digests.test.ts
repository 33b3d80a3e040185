import { beforeEach, describe, expect, it } from "vitest";
import { alertSettings, alerts, callListEntries, callLists, slaClocks, touches, users } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation, TEST_ZONE } from "#db/test/scoring-fixtures.ts";
import { localDay } from "#lib/time/local-day.ts";
import { raiseDigests } from "./raise-digests.ts";

const { db } = await testDatabases()();
await addTestOrganisation(db);

/** Tuesday 10 March 2026, 8:00 in Kathmandu. */
const EIGHT = new Date("2026-03-10T02:15:00Z");
const DAY = localDay(EIGHT.getTime(), TEST_ZONE);
const later = (minutes: number) => new Date(EIGHT.getTime() + minutes * 60_000);

let rep: number;
beforeEach(async () => {
  await db.delete(alerts);
  await db.delete(alertSettings);
  await db.update(users).set({ disabledAt: EIGHT });
  rep = await addTestUser(db);
});

async function giveList(userId: number) {
  await db.insert(callLists).values({ userId, day: DAY, madeAt: EIGHT });
  for (const isFollowUp of [true, false]) {
    const leadId = await addTestLead(db, { ownerId: userId });
    await db.insert(callListEntries).values({ leadId, userId, day: DAY, rank: leadId, shownAt: EIGHT });
    const put = {
      leadId,
      kind: "call",
      disposition: "snoozed",
      snoozedUntil: DAY,
      at: EIGHT,
      actorId: userId,
    } as const;
    if (isFollowUp) await db.insert(touches).values(put);
  }
}

async function run(at: Date) {
  await raiseDigests({ at }, db);
  const rows = await db.select().from(alerts);
  return rows.map(({ userId, facts }) => [userId, facts]);
}

describe("the digest in the morning", () => {
  it("tells a rep at its time what is on the list of the day, once", async () => {
    await giveList(rep);
    await db.insert(alertSettings).values({ userId: rep, digestAt: 481 });
    expect(await run(EIGHT)).toEqual([]);
    const told = [[rep, { calls: 2, followUps: 1, clocks: 0, breached: null }]];
    expect(await run(later(1))).toEqual(told);
    expect(await run(later(30))).toEqual(told);
  });

  it("waits for a list that is not made yet, and comes without one in the end", async () => {
    expect(await run(later(60))).toEqual([]);
    expect(await run(later(90))).toHaveLength(1);
  });

  it("does not come on a day on which nobody works, nor to a rep who is away", async () => {
    await giveList(rep);
    // The Saturday before.
    expect(await run(later(-3 * 1_440))).toEqual([]);
    const resting = await addTestUser(db, { daysOff: [1] });
    await giveList(resting);
    expect((await run(EIGHT)).map(([userId]) => userId)).toEqual([rep]);
  });

  it("tells who leads the team of all of it, and of what ran late the working day before", async () => {
    const manager = await addTestUser(db, { role: "manager" });
    const colleague = await addTestUser(db);
    await giveList(rep);
    const leadId = await addTestLead(db, { ownerId: colleague });
    const late = new Date(EIGHT.getTime() - 86_400_000);
    const times = { arrivedAt: late, startedAt: late, halfAt: late, dueAt: late, breachedAt: late };
    const event = { eventId: crypto.randomUUID(), criterion: "demo", slaMinutes: 15 };
    await db.insert(slaClocks).values({ leadId, ...event, ...times });
    // A list of one of them is not there yet.
    expect((await run(EIGHT)).map(([userId]) => userId)).toEqual([rep]);
    await giveList(colleague);
    const told = new Map((await run(later(30))).map(([userId, facts]) => [userId, facts]));
    expect(told.get(manager)).toMatchObject({ clocks: 1, breached: 1 });
    expect(told.get(rep)).toMatchObject({ calls: 2, clocks: 0, breached: null });
  });

  it("is not even counted for who wants none", async () => {
    await db.insert(alertSettings).values({ userId: rep, choices: { digest: [] } });
    await giveList(rep);
    expect(await raiseDigests({ at: EIGHT }, db)).toBe(0);
  });
});
