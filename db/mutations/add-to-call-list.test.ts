import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { callLists, ownerChanges, slaClocks, stageChanges } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { DAY, MORNING, morningTests, YESTERDAY } from "#db/test/morning-tests.ts";

const { morning } = morningTests();

describe("a list that was made", () => {
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

  it("gets a newcomer that arrived just before it was made and was stored just after it, and nobody it left out", () =>
    morning(async ({ db, userId, lead, list }) => {
      const other = await addTestUser(db);
      const at = new Date(MORNING.getTime() - 100);
      async function qualify(leadId: number) {
        const change = { at, fromStage: "lead", toStage: "marketing_qualified", cause: "event" } as const;
        await db.insert(stageChanges).values({ leadId, ...change });
      }
      const first = await lead({ engagement: 9000 });
      const leftOut = await lead({ stage: "marketing_qualified", stageEnteredAt: at });
      await qualify(leftOut);
      expect(await list({ capacity: 1 })).toEqual([first]);
      const late = await lead({ stage: "marketing_qualified", stageEnteredAt: at });
      await qualify(late);
      const given = await lead({ cell: "D4" });
      await db
        .insert(ownerChanges)
        .values({ leadId: given, fromUserId: other, toUserId: userId, actorId: other, at, cause: "given" });
      const later = { at: new Date("2026-03-12T07:30:01Z"), capacity: 1 };
      expect(await list(later)).toEqual([first, late, given]);
      expect(await list(later)).toEqual([first, late, given]);
    }));

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

  it("gets a lead that a colleague gives, whatever it scores, and none that is put off", () =>
    morning(async ({ db, userId, lead, touch, list }) => {
      const first = await lead();
      expect(await list({ capacity: 1 })).toEqual([first]);
      const other = await addTestUser(db);
      const given = await lead({ cell: "D4" });
      const putOff = await lead();
      await touch(putOff, "snoozed", YESTERDAY, DAY + 3);
      const at = new Date("2026-03-12T09:00:00Z");
      const change = { fromUserId: other, toUserId: userId, actorId: other, at, cause: "given" } as const;
      await db.insert(ownerChanges).values([given, putOff].map((leadId) => ({ leadId, ...change })));
      const later = { at: new Date("2026-03-12T09:01:00Z"), capacity: 1 };
      expect(await list(later)).toEqual([first, given]);
      expect(await list(later)).toEqual([first, given]);
    }));

  it("is made again while nobody stands on it when it is asked for, so that a first import shows the same day", () =>
    morning(async ({ db, userId, lead, list }) => {
      const madeAt = async () => (await db.select().from(callLists).where(eq(callLists.userId, userId)))[0]?.madeAt;
      expect(await list()).toEqual([]);
      const noon = new Date("2026-03-12T11:00:00Z");
      expect(await list({ at: noon })).toEqual([]);
      expect(await madeAt(), "nothing is written where nothing has changed").toEqual(MORNING);
      const leadId = await lead();
      expect(await list({ at: noon, isReread: true })).toEqual([]);
      expect(await list({ at: noon })).toEqual([leadId]);
      expect(await madeAt()).toEqual(noon);
    }));

  it("is made again while nobody stands on it once there are new scores", () =>
    morning(async ({ lead, list, generation }) => {
      expect(await list()).toEqual([]);
      const leadId = await lead();
      const noon = new Date("2026-03-12T11:00:00Z");
      const again = generation && { ...generation, switchedAt: new Date(noon.getTime() - 1) };
      expect(await list({ at: noon, isReread: true, generation: again })).toEqual([leadId]);
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

  it("come on top of the calls while they are nobody's as well", () =>
    morning(async ({ db, lead, list }) => {
      const nobodys = await lead({ ownerId: null, engagement: 9000 });
      await runClock(db, nobodys, "2026-03-12T08:00:00Z");
      const calls = [await lead({ engagement: 8000 }), await lead({ ownerId: null, engagement: 7000 })];
      await lead();
      expect(await list({ capacity: 2 })).toEqual([nobodys, ...calls]);
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
