import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findDueLists } from "#db/queries/due-lists.ts";
import { absences, callListEntries, callLists, holidays, leads, users } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, definitionOf, foundOrganisation } from "#db/test/scored-leads.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { makeDueLists } from "./make-due-lists.ts";

// A Thursday; offices open at 8:30, which is 7:30 UTC.
const DAY = parseEpochDay("2026-03-12") ?? 0;
const OPENING = new Date("2026-03-12T07:30:00Z");
const EARLY = new Date("2026-03-12T07:29:59Z");
const call = { temperature: "hot", slaMinutes: null, action: "call_now", priority: 1 } as const;

let database: TestDatabase;
let scores: { generationId: number; versionId: number };
const reps = { anna: 0, bram: 0 };

beforeAll(async () => {
  database = await createTestDatabase();
  scores = await foundOrganisation(database.db, { definition: definitionOf({ plays: { A1: call } }), day: DAY });
  reps.anna = await addTestUser(database.db, { name: "Anna", dailyCapacity: 1 });
  reps.bram = await addTestUser(database.db, { name: "Bram", dailyCapacity: 1 });
  await addTestUser(database.db, { role: "manager" });
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const table of [callListEntries, callLists, holidays, absences, leads]) await database.db.delete(table);
  await database.db.update(users).set({ disabledAt: null, daysOff: [] });
});

const addCallable = (ownerId: number | null) =>
  addLead(database.db, { ownerId, score: { ...scores, fit: 7000, engagement: 6000, cell: "A1" } });
const make = (at = OPENING) => makeDueLists({ now: () => at }, database.db);
const listed = () =>
  database.db
    .select({ userId: callListEntries.userId, leadId: callListEntries.leadId })
    .from(callListEntries)
    .orderBy(asc(callListEntries.leadId));

describe("lists of the day are made", () => {
  it("at the first working moment, not a second before, and once", async () => {
    const leadId = await addCallable(reps.anna);
    expect(await make(EARLY)).toBe(0);
    expect(await make()).toBe(2);
    expect(await listed()).toEqual([{ userId: reps.anna, leadId }]);
    expect(await make(new Date("2026-03-12T07:31:00Z"))).toBe(0);
    const made = await database.db.select().from(callLists);
    expect(made.map(({ madeAt }) => madeAt)).toEqual([OPENING, OPENING]);
  });

  it("of who is at work: nobody on a holiday, not of who is off, away or gone", async () => {
    const dueAt = async (at: Date) => (await findDueLists({ at }, database.db)).reps.map(({ name }) => name).sort();
    await database.db.insert(holidays).values({ day: DAY, name: "Holi" });
    expect(await dueAt(OPENING)).toEqual([]);
    await database.db.delete(holidays);
    expect(await dueAt(OPENING)).toEqual(["Anna", "Bram"]);
    // Thursdays.
    await database.db
      .update(users)
      .set({ daysOff: [3] })
      .where(eq(users.id, reps.anna));
    expect(await dueAt(OPENING)).toEqual(["Bram"]);
    await database.db.insert(absences).values({ userId: reps.bram, firstDay: DAY - 2, lastDay: DAY, createdAt: EARLY });
    expect(await dueAt(OPENING)).toEqual([]);
  });

  it("by turns: another rep has the first choice of nobody's leads each day", async () => {
    await addCallable(null);
    expect(await make()).toBe(2);
    const first = (DAY % 2 === 0 ? [reps.anna, reps.bram] : [reps.bram, reps.anna])[0];
    expect((await listed()).map(({ userId }) => userId)).toEqual([first]);
  });

  it("again, of who stands without anybody to call, once an import has brought somebody", async () => {
    const noon = () => new Date("2026-03-12T11:00:00Z");
    await make();
    const leadId = await addCallable(reps.anna);
    expect(await makeDueLists({ now: noon }, database.db)).toBe(0);
    await makeDueLists({ now: noon, orEmpty: true }, database.db);
    expect(await listed()).toEqual([{ userId: reps.anna, leadId }]);
  });

  it("only once the scores are those of the day", async () => {
    await addCallable(reps.anna);
    const nextMorning = new Date("2026-03-13T07:30:00Z");
    expect((await findDueLists({ at: nextMorning }, database.db)).reps).toHaveLength(2);
    expect(await make(nextMorning)).toBe(0);
    expect(await listed()).toEqual([]);
  });
});
