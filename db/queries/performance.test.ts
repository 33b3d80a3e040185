import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { leads, stageChanges, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { readAllJourneys } from "#db/test/journeys.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import type { Stage, TouchKind } from "#lib/lifecycle/constants.ts";
import type { Journey } from "#lib/performance/journey.ts";
import { ANY_JOURNEY, type JourneyFilter } from "#lib/performance/journey-filter.ts";
import { selectJourneys } from "#lib/performance/select-journeys.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { findFirstArrival } from "./performance.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;
const at = (iso: string) => new Date(`${iso}:00Z`);
const MARCH = { ...ANY_JOURNEY, from: day("2026-03-01"), until: day("2026-03-31") };

async function select(filter: JourneyFilter, db: Executor, timeZone = "UTC") {
  const { arrivals, journeys } = selectJourneys(await readAllJourneys(timeZone, db), filter);
  const found: Journey[] = [];
  journeys.forEach((journey) => {
    found.push(journey);
  });
  return { arrivals, journeys: found };
}

const readJourneys = async (filter: JourneyFilter, db: Executor, timeZone?: string) =>
  (await select(filter, db, timeZone)).journeys;
const countArrivals = async (filter: JourneyFilter, db: Executor, timeZone?: string) =>
  (await select(filter, db, timeZone)).arrivals;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A lead of 2 March with changes of stage at the times given. */
async function addLead(
  db: Executor,
  steps: readonly [Stage, string][],
  changes: Partial<typeof leads.$inferInsert> = {},
) {
  const createdAt = at("2026-03-02T09:00");
  const [lead] = await db
    .insert(leads)
    .values({ createdAt, createdDay: day("2026-03-02"), stageEnteredAt: createdAt, updatedAt: createdAt, ...changes })
    .returning({ id: leads.id });
  const leadId = lead?.id ?? 0;
  await db.insert(stageChanges).values({ leadId, at: createdAt, toStage: "lead", cause: "event" });
  for (const [toStage, time] of steps)
    await db.insert(stageChanges).values({ leadId, at: at(time), toStage, cause: "person" });
  return leadId;
}

async function touch(
  db: Executor,
  leadId: number,
  kind: TouchKind,
  time: string,
  rest: { actorId: number; undone?: boolean },
) {
  const undoneAt = rest.undone ? at(time) : null;
  await db.insert(touches).values({ leadId, kind, at: at(time), actorId: rest.actorId, undoneAt });
}

describe("the ways of leads", () => {
  it("leads that never left the first stage arrive and have no way", () =>
    rolledBack(database.db, async (db) => {
      await addLead(db, [], { source: "Referral", country: "NL" });
      await addLead(db, [], { source: "Referral", country: "BE" });
      expect(await readJourneys(MARCH, db)).toEqual([]);
      expect(await countArrivals(MARCH, db)).toEqual([{ day: day("2026-03-02"), source: "Referral", leads: 2 }]);
      expect(await countArrivals({ ...MARCH, country: "BE" }, db)).toMatchObject([{ leads: 1 }]);
      expect(await countArrivals({ ...MARCH, country: "" }, db)).toEqual([]);
      expect(await findFirstArrival(db)).toEqual(at("2026-03-02T09:00"));
    }));

  it("their days begin by the clock of the zone that is asked for, whatever it was when they came", () =>
    rolledBack(database.db, async (db) => {
      const createdAt = at("2026-02-28T20:00");
      await addLead(db, [["marketing_qualified", "2026-03-03T10:00"]], { createdAt });
      expect(await countArrivals(MARCH, db)).toEqual([]);
      expect(await readJourneys(MARCH, db)).toEqual([]);
      // 1:30 in Kolkata, half an hour more than whole hours ahead.
      const there = "Asia/Kolkata";
      expect(await countArrivals(MARCH, db, there)).toEqual([{ day: day("2026-03-01"), source: null, leads: 1 }]);
      expect(await readJourneys(MARCH, db, there)).toMatchObject([{ createdDay: day("2026-03-01") }]);
    }));

  it("a step that was jumped over was made when the later one was", () =>
    rolledBack(database.db, async (db) => {
      await addLead(db, [
        ["marketing_qualified", "2026-03-03T10:00"],
        ["opportunity", "2026-03-20T10:00"],
      ]);
      expect(await readJourneys(MARCH, db)).toMatchObject([
        {
          createdAt: at("2026-03-02T09:00").getTime(),
          createdDay: day("2026-03-02"),
          handedOverAt: at("2026-03-03T10:00").getTime(),
          acceptedAt: at("2026-03-20T10:00").getTime(),
          qualifiedAt: at("2026-03-20T10:00").getTime(),
          opportunityAt: at("2026-03-20T10:00").getTime(),
          wonAt: null,
          isClosed: false,
        },
      ]);
    }));

  it("what sales takes by itself is handed over as well", () =>
    rolledBack(database.db, async (db) => {
      await addLead(db, [["sales_accepted", "2026-03-05T10:00"]]);
      const handedOverAt = at("2026-03-05T10:00").getTime();
      expect(await readJourneys(MARCH, db)).toMatchObject([{ handedOverAt, acceptedAt: handedOverAt }]);
    }));

  it("a customer who went past sales was won by nobody's hand-over", () =>
    rolledBack(database.db, async (db) => {
      await addLead(
        db,
        [
          ["opportunity", "2026-03-05T10:00"],
          ["customer", "2026-03-09T10:00"],
        ],
        { stage: "customer" },
      );
      expect(await readJourneys(MARCH, db)).toMatchObject([
        {
          handedOverAt: null,
          acceptedAt: null,
          wonAt: null,
          customerAt: at("2026-03-09T10:00").getTime(),
          isClosed: true,
        },
      ]);
    }));

  it("the first hand-over counts when a lead came back", () =>
    rolledBack(database.db, async (db) => {
      await addLead(db, [
        ["marketing_qualified", "2026-03-03T10:00"],
        ["recycled", "2026-03-04T10:00"],
        ["marketing_qualified", "2026-03-25T10:00"],
        ["sales_accepted", "2026-03-26T10:00"],
      ]);
      expect(await readJourneys(MARCH, db)).toMatchObject([
        { handedOverAt: at("2026-03-03T10:00").getTime(), acceptedAt: at("2026-03-26T10:00").getTime() },
      ]);
    }));

  it("what was undone never was", () =>
    rolledBack(database.db, async (db) => {
      const leadId = await addLead(db, [["marketing_qualified", "2026-03-03T10:00"]]);
      const undone = at("2026-03-04T10:01");
      await db.insert(stageChanges).values({
        leadId,
        at: at("2026-03-04T10:00"),
        toStage: "sales_accepted",
        cause: "disposition",
        undoneAt: undone,
      });
      expect(await readJourneys(MARCH, db)).toMatchObject([{ acceptedAt: null }]);
    }));
});

describe("the first touch", () => {
  it("is the first call, e-mail or meeting since the hand-over, and belongs to who made it", () =>
    rolledBack(database.db, async (db) => {
      const owner = await addTestUser(db);
      const caller = await addTestUser(db);
      const leadId = await addLead(db, [["marketing_qualified", "2026-03-03T10:00"]], { ownerId: owner });
      await touch(db, leadId, "call", "2026-03-03T09:00", { actorId: owner });
      await touch(db, leadId, "note", "2026-03-03T10:05", { actorId: owner });
      await touch(db, leadId, "call", "2026-03-03T10:10", { actorId: owner, undone: true });
      await touch(db, leadId, "snooze", "2026-03-03T10:20", { actorId: owner });
      await touch(db, leadId, "email", "2026-03-03T10:30", { actorId: caller });
      await touch(db, leadId, "call", "2026-03-03T11:00", { actorId: owner });
      expect(await readJourneys(MARCH, db)).toMatchObject([
        { firstTouchAt: at("2026-03-03T10:30").getTime(), repId: caller },
      ]);
    }));

  it("that has not come is the owner's to make", () =>
    rolledBack(database.db, async (db) => {
      const owner = await addTestUser(db);
      await addLead(db, [["marketing_qualified", "2026-03-03T10:00"]], { ownerId: owner });
      expect(await readJourneys(MARCH, db)).toMatchObject([{ firstTouchAt: null, repId: owner }]);
    }));
});
