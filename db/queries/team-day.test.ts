import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absences, callListEntries, callLists, leads, slaClocks, touches, type users } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { tallyOf } from "#lib/call-list/tally.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { readTeamDay } from "./team-day.ts";
import { readToday } from "./today.ts";

const DAY = 20_524;
const ZONE = "Europe/Amsterdam";
const at = (hour: number, day = DAY) => new Date(startOfDay(day, ZONE) + hour * 3_600_000);
const NOON = at(12);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await foundOrganisation(database.db, { day: DAY });
});
afterAll(() => database.drop());

async function addRep(name: string, changes: Partial<typeof users.$inferInsert> = {}) {
  const { db } = database;
  const userId = await addTestUser(db, { name, ...changes });
  let rank = 0;
  return { userId, listed };

  /** A lead on the list of the day, with what was done with it at eleven unless told otherwise. */
  async function listed(
    touch: Partial<typeof touches.$inferInsert> | null = null,
    changed: Partial<typeof leads.$inferInsert> = {},
  ) {
    const leadId = await addLead(db, { ownerId: userId, ...changed });
    const entry = { leadId, userId, day: DAY, rank: ++rank, shownAt: at(8) };
    await db
      .insert(callLists)
      .values({ userId, day: DAY, madeAt: at(8) })
      .onConflictDoNothing();
    await db.insert(callListEntries).values(entry);
    const made = { leadId, at: at(11), kind: "call", disposition: "called", actorId: userId } as const;
    if (touch) await db.insert(touches).values({ ...made, ...touch });
    return leadId;
  }
}

async function runClock(leadId: number, dueAt: Date) {
  const times = { arrivedAt: at(8), startedAt: at(8), halfAt: at(8), dueAt };
  const event = { eventId: crypto.randomUUID(), criterion: "demo", slaMinutes: 15 };
  await database.db.insert(slaClocks).values({ leadId, ...event, ...times });
}

describe("the day of a team", () => {
  it("says of each rep what that rep's own page counts", async () => {
    const { db } = database;
    const { userId, listed } = await addRep("Ann");
    const { userId: other } = await addRep("Ben");
    await listed();
    await listed({});
    await listed({ at: at(11.5), disposition: "snoozed", snoozedUntil: DAY, snoozedMinute: 900 });
    await listed({ disposition: "snoozed", snoozedUntil: DAY + 1 });
    await listed({ undoneAt: at(11) });
    await listed({ at: at(11, DAY - 1) });
    await listed({ kind: "note", disposition: null });
    await runClock(await listed({}), at(12.5));
    await runClock(await listed(), at(9));
    await listed({}, { stage: "disqualified" });
    await listed(null, { stage: "customer" });
    await listed(null, { mayCall: false });
    await listed(null, { ownerId: null });
    await listed(null, { ownerId: other });
    await listed({}, { ownerId: other });
    await db.delete(leads).where(eq(leads.id, await listed()));
    await db.delete(leads).where(eq(leads.id, await listed({})));

    const viewer = { userId, role: "rep" } as const;
    const own = tallyOf(await readToday({ userId, day: DAY, viewer, generation: null, timeZone: ZONE }, db));
    const { reps } = await readTeamDay({ at: NOON }, db);
    const ann = reps.find((rep) => rep.userId === userId);
    expect(ann).toEqual({
      ...{ userId, name: "Ann", done: own.done, left: own.left },
      ...{ lastAt: at(11.5).getTime(), lateClocks: 1 },
    });
    expect([ann?.done, ann?.left]).toEqual([5, 8]);
  });

  it("names who works without a list, and nobody who is off, unless there is a list all the same", async () => {
    const [working, off, busy] = [await addRep("Cas"), await addRep("Dirk"), await addRep("Eva")];
    for (const { userId } of [off, busy])
      await database.db.insert(absences).values({ userId, firstDay: DAY, lastDay: DAY, createdAt: at(8) });
    await busy.listed();
    const { reps } = await readTeamDay({ at: NOON }, database.db);
    const ids = reps.map(({ userId }) => userId);
    expect(ids).toEqual(expect.arrayContaining([working.userId, busy.userId]));
    expect(ids).not.toContain(off.userId);
  });

  it("counts who was handed over and waits for somebody, and since when the first of them does", async () => {
    const { db } = database;
    const { userId: gone } = await addRep("Gone", { disabledAt: at(1) });
    const { userId: here } = await addRep("Here");
    const handedOver = { stage: "marketing_qualified" } as const;
    await addLead(db, { ...handedOver, ownerId: null, stageEnteredAt: at(10) });
    await addLead(db, { ...handedOver, ownerId: gone, stageEnteredAt: at(9) });
    await addLead(db, { ...handedOver, ownerId: here, stageEnteredAt: at(7) });
    await addLead(db, { ownerId: null, stageEnteredAt: at(6) });
    expect((await readTeamDay({ at: NOON }, db)).waiting).toEqual({ leads: 2, since: at(9).getTime() });
  });

  it("knows the opening hours", async () => {
    const { openings } = await readTeamDay({ at: NOON }, database.db);
    expect(openings).toEqual([{ from: at(8.5).getTime(), to: at(17.5).getTime() }]);
  });
});
