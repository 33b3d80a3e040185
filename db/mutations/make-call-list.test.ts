import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { callListEntries, callLists, leads, ownerChanges, slaClocks, stageChanges, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, definitionOf, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Disposition } from "#lib/lifecycle/constants.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { makeCallList } from "./make-call-list.ts";

const DAY = parseEpochDay("2026-03-12") ?? 0;
const MORNING = new Date("2026-03-12T07:30:00Z");
const YESTERDAY = new Date("2026-03-11T10:00:00Z");
const call = { temperature: "hot", slaMinutes: null } as const;

let database: TestDatabase;
let scores: { generationId: number; versionId: number };

beforeAll(async () => {
  database = await createTestDatabase();
  const plays = {
    A1: { ...call, action: "call_now", priority: 1 },
    A2: { ...call, action: "call_today", priority: 2 },
    B1: { ...call, action: "call_today", priority: 3 },
    B2: { ...call, action: "call_today", priority: 3 },
  } as const;
  scores = await foundOrganisation(database.db, { definition: definitionOf({ plays }), day: DAY });
});
afterAll(() => database.drop());

type LeadChanges = Partial<typeof leads.$inferInsert> & { cell?: string; engagement?: number; newestEventAt?: string };

/** A rep's morning in a transaction: `lead` adds a lead of the rep, `list` opens the page and names who is on it. */
function morning(run: (rep: Awaited<ReturnType<typeof start>>) => Promise<void>) {
  return rolledBack(database.db, async (db) => run(await start(db)));
}

async function start(db: Executor) {
  const userId = await addTestUser(db);
  const generation = await findCurrentGeneration(db);

  async function lead({ cell = "A1", engagement = 6000, newestEventAt, ...changes }: LeadChanges = {}) {
    const score = { ...scores, fit: 7000, engagement, cell, newestEventAt };
    return addLead(db, { ownerId: userId, score, ...changes });
  }
  async function touch(
    leadId: number,
    disposition: Disposition,
    at: Date,
    snoozedUntil: number | null = null,
    snoozedMinute: number | null = null,
  ) {
    const until = { snoozedUntil, snoozedMinute };
    await db.insert(touches).values({ leadId, at, kind: "call", disposition, ...until, actorId: userId });
  }
  async function list({ rep = userId, at = MORNING, day = DAY, capacity = 25, takesUnassigned = true } = {}) {
    const zone = { timeZone: "Europe/Amsterdam", generation };
    await makeCallList({ userId: rep, day, at, capacity, takesUnassigned, ...zone }, db);
    const rows = await db
      .select({ leadId: callListEntries.leadId })
      .from(callListEntries)
      .where(eq(callListEntries.userId, rep))
      .orderBy(asc(callListEntries.day), asc(callListEntries.rank));
    return rows.map(({ leadId }) => leadId);
  }
  return { db, userId, lead, touch, list };
}

describe("the order of a list", () => {
  it("is follow-ups, priority of the play, combined, newest event, lead", () =>
    morning(async ({ lead, touch, list }) => {
      const b1 = await lead({ cell: "B1", engagement: 9000 });
      const low = await lead({ engagement: 6100 });
      const older = await lead({ newestEventAt: "2026-03-10T10:00:00Z" });
      const silent = await lead();
      const newer = await lead({ newestEventAt: "2026-03-11T10:00:00Z" });
      const twin = await lead({ newestEventAt: "2026-03-11T10:00:00Z" });
      const due = await lead({ cell: "D4" });
      await touch(due, "snoozed", YESTERDAY, DAY);
      const overdue = await lead({ cell: "B1" });
      await touch(overdue, "snoozed", YESTERDAY, DAY - 1);
      expect(await list()).toEqual([overdue, due, low, newer, twin, older, silent, b1]);
    }));

  it("is, of follow-ups, the longest due first and then by the time agreed on", () =>
    morning(async ({ lead, touch, list }) => {
      const [late, early, anyTime, overdue] = [await lead(), await lead(), await lead(), await lead()];
      await touch(late, "snoozed", YESTERDAY, DAY, 15 * 60);
      await touch(early, "snoozed", YESTERDAY, DAY, 9 * 60 + 30);
      await touch(anyTime, "snoozed", YESTERDAY, DAY);
      await touch(overdue, "snoozed", YESTERDAY, DAY - 2, 16 * 60);
      expect(await list()).toEqual([overdue, anyTime, early, late]);
    }));

  it.each([1, 2, 3, 4, 5])("is the same cut to %i, also where leads share a score", (capacity) =>
    morning(async ({ lead, list }) => {
      const older = await lead({ newestEventAt: "2026-03-10T10:00:00Z" });
      const silent = await lead();
      const newest = await lead({ newestEventAt: "2026-03-11T10:00:00.001Z" });
      const high = await lead({ engagement: 6100 });
      const newer = await lead({ newestEventAt: "2026-03-11T10:00:00Z" });
      expect(await list({ capacity })).toEqual([high, newest, newer, older, silent].slice(0, capacity));
    }),
  );

  it.each([1, 2, 3, 4])("is one of all cells whose plays are equally urgent, cut to %i", (capacity) =>
    morning(async ({ lead, list }) => {
      const third = await lead({ cell: "B1", engagement: 6000, newestEventAt: "2026-03-11T10:00:00Z" });
      const last = await lead({ cell: "B2", engagement: 6000 });
      const second = await lead({ cell: "B2", engagement: 6100 });
      const first = await lead({ cell: "B1", engagement: 6200 });
      expect(await list({ capacity })).toEqual([first, second, third, last].slice(0, capacity));
    }),
  );

  it("keeps the score as it stood", () =>
    morning(async ({ db, lead, list }) => {
      const leadId = await lead({ engagement: 6500 });
      await list();
      const [entry] = await db.select().from(callListEntries).where(eq(callListEntries.leadId, leadId));
      expect(entry).toMatchObject({
        rank: 1,
        shownAt: MORNING,
        fit: 7000,
        engagement: 6500,
        combined: 6700,
        cell: "A1",
      });
      expect(entry?.versionId).toBe(scores.versionId);
    }));
});

describe("who is on a list", () => {
  it("are leads whose cell says call, cut to capacity; follow-ups come on top", () =>
    morning(async ({ lead, touch, list }) => {
      await lead({ cell: "C2" });
      const first = await lead({ engagement: 9000 });
      const second = await lead({ engagement: 8000 });
      await lead({ engagement: 7000 });
      const due = await lead({ cell: "C2" });
      await touch(due, "snoozed", YESTERDAY, DAY);
      expect(await list({ capacity: 2 })).toEqual([due, first, second]);
    }));

  it("is nobody who may not be called, is closed or a deal, or has not come back yet", () =>
    morning(async ({ lead, list }) => {
      await lead({ mayCall: false });
      await lead({ stage: "disqualified" });
      await lead({ stage: "customer" });
      await lead({ stage: "opportunity" });
      await lead({ stage: "recycled", returnsOn: DAY + 1 });
      const returned = await lead({ stage: "recycled", returnsOn: DAY });
      expect(await list()).toEqual([returned]);
    }));

  it("are own leads, not those of another rep", () =>
    morning(async ({ db, lead, list }) => {
      const other = await addTestUser(db);
      await lead({ ownerId: other });
      expect(await list()).toEqual([]);
    }));

  it("are unassigned leads too, each on one list only", () =>
    morning(async ({ db, lead, list }) => {
      const other = await addTestUser(db);
      const unassigned = await lead({ ownerId: null });
      expect(await list({ takesUnassigned: false })).toEqual([]);
      expect(await list({ rep: other })).toEqual([unassigned]);
      expect(await list()).toEqual([]);
    }));

  it("are follow-ups without a score as well", () =>
    morning(async ({ db, userId, touch, list }) => {
      const unscored = await addLead(db, { ownerId: userId });
      await touch(unscored, "snoozed", YESTERDAY, DAY);
      expect(await list()).toEqual([unscored]);
    }));
});

describe("a lead that was worked before", () => {
  it("comes back the next day when there was no answer", () =>
    morning(async ({ lead, touch, list }) => {
      const leadId = await lead();
      await touch(leadId, "no_answer", YESTERDAY);
      expect(await list()).toEqual([leadId]);
    }));

  it.each(["called", "accepted", "rejected"] as const)("and %s comes back when there is news of it", (disposition) =>
    morning(async ({ lead, touch, list }) => {
      const quiet = await lead({ newestEventAt: "2026-03-11T09:59:59Z" });
      const active = await lead({ newestEventAt: "2026-03-11T10:00:01Z" });
      const returned = await lead({ stageEnteredAt: new Date("2026-03-12T01:00:00Z") });
      for (const leadId of [quiet, active, returned]) await touch(leadId, disposition, YESTERDAY);
      expect(await list()).toEqual([active, returned]);
    }),
  );

  it("stays away on the day it was worked, and while it is put off", () =>
    morning(async ({ lead, touch, list }) => {
      const tried = await lead();
      await touch(tried, "no_answer", new Date("2026-03-12T06:00:00Z"));
      const putOff = await lead();
      await touch(putOff, "snoozed", YESTERDAY, DAY + 1);
      expect(await list()).toEqual([]);
    }));

  it("counts no outcome that was undone", () =>
    morning(async ({ db, lead, touch, list }) => {
      const leadId = await lead();
      await touch(leadId, "snoozed", YESTERDAY, DAY + 5);
      await db.update(touches).set({ undoneAt: YESTERDAY }).where(eq(touches.leadId, leadId));
      expect(await list()).toEqual([leadId]);
    }));
});

describe("a list that was made", () => {
  it("stays as it is, however often it is opened", () =>
    morning(async ({ lead, list }) => {
      const leadId = await lead();
      expect(await list()).toEqual([leadId]);
      await lead({ engagement: 9900 });
      expect(await list({ at: new Date("2026-03-12T09:00:00Z") })).toEqual([leadId]);
    }));

  it("gets newcomers: own leads that an event made qualify since, beyond capacity", () =>
    morning(async ({ db, lead, list }) => {
      const first = await lead();
      expect(await list({ capacity: 1 })).toEqual([first]);
      const at = new Date("2026-03-12T09:48:00Z");
      const newcomer = await lead({ stage: "marketing_qualified", stageEnteredAt: at });
      const swept = await lead({ stage: "marketing_qualified", stageEnteredAt: at });
      const change = { at, fromStage: "lead", toStage: "marketing_qualified" } as const;
      await db.insert(stageChanges).values([
        { leadId: newcomer, cause: "event", ...change },
        // A mass effect waits for the next morning.
        { leadId: swept, cause: "publish", ...change },
      ]);
      const later = { at: new Date("2026-03-12T10:00:00Z"), capacity: 1 };
      expect(await list(later)).toEqual([first, newcomer]);
      expect(await list(later)).toEqual([first, newcomer]);
    }));
});

describe("a list of the day that was made before", () => {
  it("gets a lead that its rep puts off to later the same day", () =>
    morning(async ({ lead, touch, list }) => {
      const first = await lead();
      expect(await list({ capacity: 1 })).toEqual([first]);
      const found = await lead({ cell: "D4" });
      await touch(found, "snoozed", new Date("2026-03-12T09:00:00Z"), DAY, 15 * 60);
      const later = { at: new Date("2026-03-12T09:01:00Z"), capacity: 1 };
      expect(await list(later)).toEqual([first, found]);
      expect(await list(later)).toEqual([first, found]);
    }));

  it("gets a lead that waited overnight and was routed just after it was made, and none of a mass effect", () =>
    morning(async ({ db, userId, lead, list }) => {
      const first = await lead();
      expect(await list({ capacity: 1 })).toEqual([first]);
      const evening = { stage: "marketing_qualified", stageEnteredAt: YESTERDAY } as const;
      const waited = await lead(evening);
      const published = await lead(evening);
      const change = { at: YESTERDAY, fromStage: "lead", toStage: "marketing_qualified" } as const;
      await db.insert(stageChanges).values([
        { leadId: waited, cause: "event", ...change },
        { leadId: published, cause: "publish", ...change },
      ]);
      const at = new Date("2026-03-12T07:30:20Z");
      const routed = { toUserId: userId, at, cause: "routed", way: "turn" } as const;
      await db.insert(ownerChanges).values([waited, published].map((leadId) => ({ leadId, ...routed })));
      expect(await list({ at: new Date("2026-03-12T07:31:00Z"), capacity: 1 })).toEqual([first, waited]);
    }));

  it("gets a lead that a colleague hands over, whatever it scores, and none that is put off", () =>
    morning(async ({ db, userId, lead, touch, list }) => {
      const first = await lead();
      expect(await list({ capacity: 1 })).toEqual([first]);
      const other = await addTestUser(db);
      const given = await lead({ cell: "D4" });
      const putOff = await lead();
      await touch(putOff, "snoozed", YESTERDAY, DAY + 3);
      const at = new Date("2026-03-12T09:00:00Z");
      const change = { fromUserId: other, toUserId: userId, actorId: other, at, cause: "handed_over" } as const;
      await db.insert(ownerChanges).values([given, putOff].map((leadId) => ({ leadId, ...change })));
      const later = { at: new Date("2026-03-12T09:01:00Z"), capacity: 1 };
      expect(await list(later)).toEqual([first, given]);
      expect(await list(later)).toEqual([first, given]);
    }));

  it("is made again while nobody stands on it, so that a first import shows the same day", () =>
    morning(async ({ db, userId, lead, list }) => {
      expect(await list()).toEqual([]);
      const leadId = await lead();
      const noon = new Date("2026-03-12T11:00:00Z");
      expect(await list({ at: noon })).toEqual([leadId]);
      const [made] = await db.select().from(callLists).where(eq(callLists.userId, userId));
      expect(made?.madeAt).toEqual(noon);
    }));

  it("gets a newcomer also when nobody stood on it", () =>
    morning(async ({ db, lead, list }) => {
      expect(await list()).toEqual([]);
      const at = new Date("2026-03-12T09:48:00Z");
      const newcomer = await lead({ stage: "marketing_qualified", stageEnteredAt: at });
      const change = { at, fromStage: "lead", toStage: "marketing_qualified", cause: "event" } as const;
      await db.insert(stageChanges).values({ leadId: newcomer, ...change });
      await lead();
      expect(await list({ at: new Date("2026-03-12T10:00:00Z") })).toEqual([newcomer]);
    }));
});

describe("two browsers that open the day at once", () => {
  it("make one list", async () => {
    const { db } = database;
    const userId = await addTestUser(db);
    const leadId = await addLead(db, {
      ownerId: userId,
      score: { ...scores, fit: 7000, engagement: 6000, cell: "A1" },
    });
    const generation = await findCurrentGeneration(db);
    const input = { userId, day: DAY, at: MORNING, capacity: 25, takesUnassigned: false, timeZone: "Europe/Amsterdam" };
    const added = await Promise.all([1, 2, 3].map(() => makeCallList({ ...input, generation }, db)));
    expect(added.toSorted()).toEqual([0, 0, 1]);
    await db.delete(leads).where(eq(leads.id, leadId));
  });
});

describe("leads whose clock runs", () => {
  async function runClock(db: Executor, leadId: number, dueAt: string) {
    const arrivedAt = YESTERDAY;
    await db.insert(slaClocks).values({
      ...{ leadId, eventId: crypto.randomUUID(), criterion: "demo", slaMinutes: 15 },
      ...{ arrivedAt, startedAt: arrivedAt, halfAt: arrivedAt, dueAt: new Date(dueAt) },
    });
  }

  it("come first, by due time, whatever their score, and do not count against capacity", () =>
    morning(async ({ db, lead, list, touch }) => {
      const [calls, later, cold, worked] = [
        [await lead(), await lead()],
        await lead(),
        await lead({ cell: "D4" }),
        await lead(),
      ];
      await touch(worked, "called", new Date(MORNING.getTime() - 60_000));
      await runClock(db, later, "2026-03-12T09:00:00Z");
      await runClock(db, cold, "2026-03-12T08:00:00Z");
      await runClock(db, worked, "2026-03-12T08:30:00Z");
      expect(await list({ capacity: 2 })).toEqual([cold, worked, later, ...calls]);
    }));

  it("join a list that was made, once, and stand on that of who owns them only", () =>
    morning(async ({ db, lead, list }) => {
      const first = await lead();
      const colleague = await addTestUser(db);
      expect(await list()).toEqual([first]);
      const cold = await lead({ cell: "D4" });
      await runClock(db, cold, "2026-03-12T08:00:00Z");
      const theirs = await lead({ cell: "D4", ownerId: colleague });
      await runClock(db, theirs, "2026-03-12T08:00:00Z");
      expect(await list({ at: new Date("2026-03-12T07:40:00Z") })).toEqual([first, cold]);
      expect(await list({ at: new Date("2026-03-12T07:41:00Z") })).toEqual([first, cold]);
    }));
});
