import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { lockCallLists } from "#db/locks.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { callListEntries, leads, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { DAY, MORNING, morningTests, YESTERDAY } from "#db/test/morning-tests.ts";
import { addLead } from "#db/test/scored-leads.ts";
import { makeCallList } from "./make-call-list.ts";

const mornings = morningTests();
const { morning } = mornings;

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
      expect(entry?.versionId).toBe(mornings.scores.versionId);
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
});

describe("two browsers that open the day at once", () => {
  it("make one list", async () => {
    const { db } = mornings;
    const userId = await addTestUser(db);
    const leadId = await addLead(db, {
      ownerId: userId,
      score: { ...mornings.scores, fit: 7000, engagement: 6000, cell: "A1" },
    });
    const generation = await findCurrentGeneration(db);
    const input = { userId, day: DAY, at: MORNING, capacity: 25, takesUnassigned: false, timeZone: "Europe/Amsterdam" };
    const added = await Promise.all([1, 2, 3].map(() => makeCallList({ ...input, generation }, db)));
    expect(added.toSorted()).toEqual([0, 0, 1]);
    await db.delete(leads).where(eq(leads.id, leadId));
  });

  it("wait for nobody who makes one where nobody stands on theirs", async () => {
    const { db } = mornings;
    const userId = await addTestUser(db, { role: "manager" });
    const input = { userId, day: DAY, capacity: 25, takesUnassigned: false, timeZone: "Europe/Amsterdam" };
    const asked = { ...input, generation: await findCurrentGeneration(db) };
    await makeCallList({ ...asked, at: MORNING }, db);
    await db.transaction(async (tx) => {
      await lockCallLists(DAY, tx);
      expect(await makeCallList({ ...asked, at: new Date("2026-03-12T11:00:00Z") }, db)).toBe(0);
    });
  });
});
