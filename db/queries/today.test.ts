import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { makeCallList } from "#db/mutations/make-call-list.ts";
import { mergeLeads } from "#db/mutations/merge-leads.ts";
import { recordDisposition } from "#db/mutations/record-disposition.ts";
import * as schema from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, definitionOf, foundOrganisation } from "#db/test/scored-leads.ts";
import { addTestEvent } from "#db/test/scoring-fixtures.ts";
import type { Role } from "#lib/access/roles.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { readToday } from "./today.ts";

const DAY = 20_524;
const ZONE = "Europe/Amsterdam";
const at = (hour: number, day = DAY) => new Date(startOfDay(day, ZONE) + hour * 3_600_000);
const { leads } = schema;

const engagement = {
  thresholds: [20, 40, 60],
  groups: [
    {
      key: "behaviour",
      label: "Behaviour",
      cap: null,
      floor: null,
      criteria: [
        {
          type: "event" as const,
          key: "demo",
          label: "Demo request",
          points: 50,
          halfLifeDays: 10,
          maximum: null,
          isHighIntent: true,
          active: null,
          events: { types: ["demo_requested"], where: null },
          scope: "every" as const,
        },
      ],
    },
  ],
};
const play = { temperature: "hot", action: "call_today", slaMinutes: null } as const;

let database: TestDatabase;
let scores: { generationId: number; versionId: number };

beforeAll(async () => {
  database = await createTestDatabase();
  const fit = { thresholds: [25, 45, 65], groups: [] };
  const plays = { D2: { ...play, priority: 13 } };
  const definition = definitionOf({ axes: { fit, engagement }, plays, qualifies: { cells: ["A1"] } });
  scores = await foundOrganisation(database.db, { definition, day: DAY });
});
afterAll(() => database.drop());

async function start(db: Executor) {
  const userId = await addTestUser(db);
  const generation = await findCurrentGeneration(db);
  return { db, userId, generation, lead, open, read };

  /** A lead that asked for a demo in the afternoon before the morning of the tests: 46.65 engagement, cell D2. */
  async function lead(changes: Partial<typeof leads.$inferInsert> = {}) {
    const score = { ...scores, fit: 0, engagement: 4665, cell: "D2" };
    const leadId = await addLead(db, { ownerId: userId, firstName: "Els", lastName: "Maes", score, ...changes });
    await addTestEvent(db, leadId, { type: "demo_requested", at: at(15, DAY - 1) });
    return leadId;
  }
  async function open({ day = DAY, hour = 9 } = {}) {
    const input = { userId, day, at: at(hour, day), capacity: 25, takesUnassigned: true, timeZone: ZONE };
    await makeCallList({ ...input, generation }, db);
    return read({ day });
  }
  async function read({ day = DAY, viewer = { userId, role: "rep" as Role }, executor = db } = {}) {
    return readToday({ userId, day, viewer, generation, timeZone: ZONE }, executor);
  }
}

const morning = (run: (rep: Awaited<ReturnType<typeof start>>) => Promise<void>) =>
  rolledBack(database.db, async (db) => run(await start(db)));

describe("a row of the list", () => {
  it("says who, why, and what changed since the list before", () =>
    morning(async ({ lead, open }) => {
      const leadId = await lead({ phone: "+31 20 555 01 42", jobTitle: "COO" });
      const { rows, sinceDay } = await open();
      expect(sinceDay).toBe(DAY - 1);
      expect(rows).toMatchObject([
        { leadId, name: "Els Maes", jobTitle: "COO", phone: "+31 20 555 01 42", section: "call", done: null },
      ]);
      // 50.00 x 2^(-1/10) = 46.65, of which the mix takes 60 %; the day before 50.00 made 30.00.
      expect(rows[0]?.score).toMatchObject({ combined: 2799, cell: "D2", temperature: "hot" });
      expect(rows[0]?.score?.change).toMatchObject({ centipoints: -201, cause: { key: "decay" } });
      expect(rows[0]?.why.main).toMatchObject({ key: "behaviour", label: "Demo request" });
      // 40.00 is left after 3.2 days: the day after that it is in D3.
      expect(rows[0]?.score?.next).toEqual({ day: DAY + 3, to: "D3", isFall: true });
    }));

  it("is there of a lead that has no first name, or no name at all", () =>
    morning(async ({ lead, open }) => {
      const leadIds = [await lead({ firstName: null }), await lead({ firstName: null, lastName: null })];
      const { rows, departures } = await open();
      expect(rows.map(({ leadId }) => leadId)).toEqual(leadIds);
      expect(departures).toEqual([]);
    }));

  it("counts changes from the day of the list before, however long ago", () =>
    morning(async ({ lead, open }) => {
      await lead();
      await open({ day: DAY - 4 });
      const { rows, sinceDay } = await open();
      expect(sinceDay).toBe(DAY - 4);
      expect(rows[0]?.score?.change).toMatchObject({ centipoints: 2799, cause: { key: "behaviour", times: 1 } });
    }));

  it("without a score stands there all the same", () =>
    morning(async ({ lead, open, db, userId }) => {
      const leadId = await lead({ mayScore: false });
      await db.insert(schema.touches).values({
        leadId,
        at: at(10, DAY - 3),
        kind: "snooze",
        disposition: "snoozed",
        snoozedUntil: DAY,
        actorId: userId,
      });
      const { rows } = await open();
      expect(rows).toMatchObject([
        {
          leadId,
          section: "follow_up",
          followUp: { day: DAY, minute: null },
          score: null,
          why: { main: { key: "no_score" } },
        },
      ]);
    }));

  it("is done once its outcome is recorded, and stays when that closes the lead", () =>
    morning(async ({ db, lead, open, read, userId }) => {
      const leadId = await lead();
      await open();
      await recordDisposition(
        {
          leadId,
          viewer: { userId, role: "rep" },
          outcome: { disposition: "rejected", reason: "bad_fit" },
          note: "",
          seenTouchId: null,
          at: at(10),
          day: DAY,
        },
        db,
      );
      const { rows } = await read();
      expect(rows).toMatchObject([
        { leadId, stage: "disqualified", done: { disposition: "rejected", reason: "bad_fit" } },
      ]);
    }));
});

describe("a lead on the list", () => {
  it.each([
    ["may not be called any more", { mayCall: false }, { key: "may_not_call" }],
    ["was closed elsewhere", { stage: "customer" as const }, { key: "stage", stage: "customer" }],
  ])("leaves it when it %s, and it is said why", (_, changes, why) =>
    morning(async ({ db, lead, open, read }) => {
      const leadId = await lead();
      await open();
      await db.update(leads).set(changes).where(eq(leads.id, leadId));
      const { rows, departures, gone } = await read();
      expect(rows).toEqual([]);
      expect(departures).toEqual([{ leadId, name: "Els Maes", isHidden: false, ...why }]);
      expect(gone).toEqual({ done: 0, undone: 1 });
    }),
  );

  it("leaves it when it becomes another rep's: its rep reads to whom it went, and its name only who may see it", () =>
    morning(async ({ db, lead, open, read }) => {
      const leadId = await lead();
      await open();
      const ownerId = await addTestUser(db, { name: "Bram" });
      await db.update(leads).set({ ownerId }).where(eq(leads.id, leadId));
      const gone = { leadId, key: "given_away", to: "Bram" };
      expect(await read()).toMatchObject({ rows: [], departures: [{ ...gone, name: null, isHidden: true }] });
      const byManager = await read({ viewer: { userId: 0, role: "manager" } });
      expect(byManager).toMatchObject({ rows: [], departures: [{ ...gone, name: "Els Maes" }] });
      expect(await read({ viewer: { userId: 0, role: "rep" } })).toMatchObject({ rows: [], departures: [] });
      // The morning after it is told once more.
      expect((await open({ day: DAY + 1 })).departures).toMatchObject([gone]);
    }));

  it("still counts as done when it leaves after its outcome", () =>
    morning(async ({ db, lead, open, read, userId }) => {
      const leadId = await lead();
      await open();
      const called = { at: at(10), kind: "call", disposition: "called", actorId: userId } as const;
      await db.insert(schema.touches).values({ leadId, ...called });
      await db
        .update(leads)
        .set({ ownerId: await addTestUser(db) })
        .where(eq(leads.id, leadId));
      expect(await read()).toMatchObject({ rows: [], departures: [], gone: { done: 1, undone: 0 } });
    }));

  it("that becomes one with another of the list leaves it to that one", () =>
    morning(async ({ db, lead, open, read, userId }) => {
      const [keptId, mergedId] = [await lead(), await lead({ firstName: "E." })];
      await open();
      const merged = await mergeLeads(
        { cause: "hand", keptId, mergedId, viewer: { userId, role: "rep" }, at: at(10) },
        db,
      );
      expect(merged.ok).toBe(true);
      const { rows, departures, gone } = await read();
      expect(rows.map(({ leadId }) => leadId)).toEqual([keptId]);
      expect(departures).toEqual([{ leadId: keptId, name: "Els Maes", isHidden: false, key: "merged" }]);
      expect(gone).toEqual({ done: 0, undone: 1 });
    }));

  it("that is deleted leaves it, without a name", () =>
    morning(async ({ db, lead, open, read }) => {
      const leadId = await lead();
      await open();
      await db.delete(leads).where(eq(leads.id, leadId));
      expect(await read()).toMatchObject({ rows: [], departures: [{ leadId, name: null, key: "deleted" }] });
    }));

  it("is read by those who see all, and by no other rep", () =>
    morning(async ({ lead, open, read }) => {
      await lead();
      await open();
      expect((await read({ viewer: { userId: 0, role: "manager" } })).rows).toHaveLength(1);
      expect((await read({ viewer: { userId: 0, role: "rep" } })).rows).toEqual([]);
    }));

  it("that is not on the next one is named with its reason", () =>
    morning(async ({ db, lead, open }) => {
      const leadId = await lead();
      await open({ day: DAY - 1 });
      await db.update(leads).set({ mayCall: false }).where(eq(leads.id, leadId));
      const { departures } = await open();
      expect(departures).toEqual([{ leadId, name: "Els Maes", isHidden: false, key: "may_not_call" }]);
    }));
});

describe("an empty list", () => {
  it("says what there is instead", () =>
    morning(async ({ db, lead, open, userId }) => {
      for (const until of [DAY + 9, DAY + 2]) {
        const leadId = await lead();
        const put = { kind: "snooze", disposition: "snoozed", snoozedUntil: until } as const;
        await db.insert(schema.touches).values({ leadId, at: at(10, DAY - 1), actorId: userId, ...put });
      }
      expect((await open()).emptiness).toEqual({ ownLeads: 2, putOff: 2, nextFollowUpOn: DAY + 2 });
    }));
});

describe("reading a list", () => {
  it("costs as many queries for ten rows as for one", async () => {
    let queries = 0;
    const client = postgres(database.url, { max: 1, onnotice: () => {} });
    const counting = drizzle(client, { schema, logger: { logQuery: () => queries++ } });
    const { lead, open, read } = await start(database.db);
    await lead();
    await open();
    await read({ executor: counting });
    const one = queries;
    expect(one).toBeGreaterThan(0);
    for (let index = 0; index < 9; index++) await lead();
    await database.db.delete(schema.callListEntries);
    await open();
    queries = 0;
    expect((await read({ executor: counting })).rows).toHaveLength(10);
    expect(queries).toBe(one);
    await client.end();
  });
});
