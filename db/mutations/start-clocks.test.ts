import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readClockBoard } from "#db/queries/clock-board.ts";
import { listRunningClocks } from "#db/queries/running-clocks.ts";
import { alerts, leads, organisation, slaClocks, touches, users } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestEvent, addTestLead, addTestVersion, testDefinition } from "#db/test/scoring-fixtures.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { localDay } from "#lib/time/local-day.ts";
import { buildGeneration } from "./build-generation.ts";
import { markClocksShown } from "./mark-clocks-shown.ts";
import { markLeadsDue } from "./mark-leads-due.ts";
import { mergeLeads } from "./merge-leads.ts";
import { processDueLeads } from "./process-due-leads.ts";
import { recordDisposition } from "./record-disposition.ts";
import { recordEvents } from "./record-events.ts";
import { sweepClocks } from "./sweep-clocks.ts";
import { undoTouch } from "./undo-touch.ts";

const ZONE = "Europe/Amsterdam";
const MINUTE = 60_000;
/** Tuesday 10 March 2026, 11:02 in Amsterdam. */
const T = new Date("2026-03-10T10:02:00Z");
const DAY = localDay(T.getTime(), ZONE);
const later = (minutes: number) => new Date(T.getTime() + minutes * MINUTE);

let store: TestDatabase;
let repId: number;
let managerId: number;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.db.insert(organisation).values({ name: "Test", timeZone: ZONE, createdAt: T });
  await addTestVersion(store.db, definition());
  await buildGeneration({ cause: "publish", day: DAY, now: () => T }, store);
});
beforeEach(async () => {
  await store.db.update(users).set({ disabledAt: T });
  repId = await addTestUser(store.db);
  managerId = await addTestUser(store.db, { role: "manager" });
});
afterAll(() => store.drop());

/** A demo request or three videos within 48 hours mean it; 15 minutes from the second engagement band, none below. */
function definition() {
  const test = testDefinition();
  const plays = Object.entries(test.plays).map(([cell, play]) => [
    cell,
    { ...play, slaMinutes: /[123]$/.test(cell) ? 15 : null },
  ]);
  const [behaviour] = test.axes.engagement.groups;
  if (!behaviour) throw new Error("There is no group.");
  const marked = behaviour.criteria.map((each) => (each.key === "demo" ? { ...each, isHighIntent: true } : each));
  const rush = {
    type: "burst" as const,
    key: "rush",
    label: "Rush",
    points: 30,
    active: null,
    halfLifeDays: 30,
    maximum: null,
    isHighIntent: true,
    events: { types: ["video_played"], where: null },
    count: 3,
    withinHours: 48,
  };
  const engagement = { ...test.axes.engagement, groups: [{ ...behaviour, criteria: [...marked, rush] }] };
  return { ...test, plays: Object.fromEntries(plays), axes: { ...test.axes, engagement } };
}

type Sent = { readonly type?: string; readonly at?: Date; readonly happened?: Date };
async function send(leadId: number, { type = "demo_requested", at = T, happened = at }: Sent = {}) {
  const claimed = happened.getTime();
  const event = {
    leadId,
    type,
    claimed,
    time: happened.toISOString(),
    externalId: null,
    asset: null,
    properties: null,
  };
  await recordEvents({ source: "test", events: [event], at }, store.db);
}
const clockOf = async (leadId: number) => (await listRunningClocks({ leadIds: [leadId] }, store.db)).get(leadId);
const alertsOf = (leadId: number) =>
  store.db
    .select({ kind: alerts.kind, userId: alerts.userId })
    .from(alerts)
    .where(and(eq(alerts.leadId, leadId), eq(alerts.channel, "app")))
    .orderBy(alerts.raisedAt, alerts.userId);
async function record(leadId: number, outcome: Outcome, at: Date) {
  const [newest] = await store.db
    .select({ id: touches.id })
    .from(touches)
    .where(and(eq(touches.leadId, leadId), isNull(touches.undoneAt)));
  const viewer = { userId: repId, role: "rep" } as const;
  const day = localDay(at.getTime(), ZONE);
  const seenTouchId = newest?.id ?? null;
  const result = await recordDisposition({ leadId, viewer, outcome, note: "", seenTouchId, at, day }, store.db);
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value.touchId;
}

describe("a clock starts", () => {
  it("when a high-intent event arrives, and is due after the working minutes of the lead's cell", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    expect(await clockOf(leadId)).toMatchObject({
      slaMinutes: 15,
      arrivedAt: T.getTime(),
      startedAt: T.getTime(),
      halfAt: later(7.5).getTime(),
      dueAt: later(15).getTime(),
      shownAt: null,
    });
  });

  it("at the next opening for an event that arrives at night", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId, { at: new Date("2026-03-10T20:00:00Z") });
    const clock = await clockOf(leadId);
    expect(new Date(clock?.dueAt ?? 0).toISOString()).toBe("2026-03-11T07:45:00.000Z");
  });

  it("when a burst completes, and not before", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId, { type: "video_played", at: later(-20) });
    await send(leadId, { type: "video_played", at: later(-10) });
    expect(await clockOf(leadId)).toBeUndefined();
    await send(leadId, { type: "video_played" });
    expect(await clockOf(leadId)).toMatchObject({ arrivedAt: T.getTime() });
  });

  it("once: a second event changes nothing while it runs", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    await send(leadId, { at: later(5) });
    expect(await clockOf(leadId)).toMatchObject({ arrivedAt: T.getTime() });
    expect(await store.db.$count(slaClocks, eq(slaClocks.leadId, leadId))).toBe(1);
  });

  it("for a lead that is nobody's too, and managers are told at once", async () => {
    const leadId = await addTestLead(store.db);
    await send(leadId);
    expect(await clockOf(leadId)).toBeDefined();
    expect(await alertsOf(leadId)).toContainEqual({ kind: "no_owner", userId: managerId });
  });

  it("of somebody who is away or gone too, and managers are told at once", async () => {
    const gone = await addTestUser(store.db, { disabledAt: T });
    const resting = await addTestUser(store.db, { daysOff: [0, 1, 2, 3, 4, 5, 6] });
    for (const ownerId of [gone, resting]) {
      const leadId = await addTestLead(store.db, { ownerId });
      await send(leadId);
      expect(await alertsOf(leadId)).toContainEqual({ kind: "no_owner", userId: managerId });
    }
    const present = await addTestLead(store.db, { ownerId: repId });
    await send(present);
    expect((await alertsOf(present)).map(({ kind }) => kind)).not.toContain("no_owner");
  });
});

describe("no clock starts", () => {
  it("for an event that is told of more than 24 hours after it happened", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId, { happened: later(-24 * 60 - 1) });
    expect(await clockOf(leadId)).toBeUndefined();
    await send(leadId, { happened: later(-24 * 60) });
    expect(await clockOf(leadId)).toBeDefined();
  });

  it("for who may not be called, is closed, or rests in nurture until a later day", async () => {
    const standings = [
      { mayCall: false },
      { stage: "disqualified" as const },
      { stage: "recycled" as const, returnsOn: DAY + 1 },
    ];
    for (const standing of standings) {
      const leadId = await addTestLead(store.db, { ownerId: repId, ...standing });
      await send(leadId);
      expect(await clockOf(leadId)).toBeUndefined();
    }
    const back = await addTestLead(store.db, { ownerId: repId, stage: "recycled", returnsOn: DAY });
    await send(back);
    expect(await clockOf(back)).toBeDefined();
  });

  it("for an event that means nothing, in a cell without an SLA, or for who may not be scored", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId, { type: "page_viewed" });
    expect(await clockOf(leadId)).toBeUndefined();
    const unscored = await addTestLead(store.db, { ownerId: repId, mayScore: false });
    await send(unscored);
    expect(await clockOf(unscored)).toBeUndefined();
  });
});

it("a pass over all leads, and what an import left to be scored, start no clock and tell nobody of a single lead", async () => {
  const leadId = await addTestLead(store.db, { ownerId: repId, jobTitle: "Director" });
  await addTestEvent(store.db, leadId, { type: "demo_requested", at: T });
  await markLeadsDue({ leadIds: [leadId], at: T }, store.db);
  await processDueLeads({ now: () => T }, store.db);
  await buildGeneration({ cause: "publish", day: DAY, now: () => T }, store);
  const [lead] = await store.db.select({ stage: leads.stage }).from(leads).where(eq(leads.id, leadId));
  expect(lead?.stage).toBe("marketing_qualified");
  expect(await clockOf(leadId)).toBeUndefined();
  expect(await alertsOf(leadId)).toEqual([]);
});

describe("a clock stops", () => {
  it("with an attempt, whatever came of it, and not with a snooze", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    await record(leadId, { disposition: "snoozed", until: DAY + 1 }, later(1));
    expect(await clockOf(leadId)).toBeDefined();
    const touchId = await record(leadId, { disposition: "no_answer" }, later(7));
    expect(await clockOf(leadId)).toBeUndefined();
    const [clock] = await store.db.select().from(slaClocks).where(eq(slaClocks.leadId, leadId));
    expect(clock).toMatchObject({ stoppedAt: later(7), touchId });
  });

  it("and runs again, due when it was, once the attempt is taken back", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    const before = await clockOf(leadId);
    const touchId = await record(leadId, { disposition: "called" }, later(7));
    await undoTouch({ leadId, touchId, userId: repId, at: later(9) }, store.db);
    expect(await clockOf(leadId)).toEqual(before);
  });

  it("and the one that started since ends when the attempt is taken back: a lead has one clock", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId, stage: "sales_accepted" });
    await send(leadId);
    const before = await clockOf(leadId);
    const touchId = await record(leadId, { disposition: "called" }, later(7));
    await send(leadId, { at: later(8) });
    expect(await clockOf(leadId)).toMatchObject({ arrivedAt: later(8).getTime() });
    await undoTouch({ leadId, touchId, userId: repId, at: later(9) }, store.db);
    expect(await clockOf(leadId)).toEqual(before);
  });

  it("not with taking the lead over, which is no attempt", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    const before = await clockOf(leadId);
    await record(leadId, { disposition: "accepted" }, later(2));
    expect(await clockOf(leadId)).toEqual(before);
  });

  it("without being met or missed when its lead turns out not to fit, and met when only the lead can have said why", async () => {
    const ends = await Promise.all(
      (["bad_data", "no_budget"] as const).map(async (reason) => {
        const leadId = await addTestLead(store.db, { ownerId: repId });
        await send(leadId);
        await record(leadId, { disposition: "rejected", reason }, later(2));
        await sweepClocks({ at: later(3) }, store.db);
        const [clock] = await store.db.select().from(slaClocks).where(eq(slaClocks.leadId, leadId));
        return { stoppedAt: clock?.stoppedAt, endedBy: clock?.endedBy };
      }),
    );
    expect(ends).toEqual([
      { stoppedAt: null, endedBy: "lead_closed" },
      { stoppedAt: later(2), endedBy: null },
    ]);
  });

  it("without being met or missed once its lead cannot be called any more", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    await store.db.update(leads).set({ mayCall: false }).where(eq(leads.id, leadId));
    await sweepClocks({ at: later(60) }, store.db);
    expect(await clockOf(leadId)).toBeUndefined();
    expect((await alertsOf(leadId)).filter(({ kind }) => kind === "clock_breached")).toEqual([]);
  });

  it("of two records that become one lead, the one that is due first runs on", async () => {
    const keptId = await addTestLead(store.db, { ownerId: repId });
    const mergedId = await addTestLead(store.db, { ownerId: repId });
    await send(mergedId);
    await send(keptId, { at: later(3) });
    const viewer = { userId: managerId, role: "manager" } as const;
    expect(await mergeLeads({ keptId, mergedId, viewer, at: later(4) }, store.db)).toMatchObject({ ok: true });
    expect(await clockOf(keptId)).toMatchObject({ dueAt: later(15).getTime() });
  });
});

describe("while a clock runs", () => {
  const kinds = async (leadId: number) =>
    (await alertsOf(leadId)).filter(({ kind }) => kind.startsWith("clock_")).map(({ kind, userId }) => [kind, userId]);

  it("its owner is reminded at half, and after the due time owner and manager are told, each once", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    await sweepClocks({ at: later(7) }, store.db);
    expect(await kinds(leadId)).toEqual([]);
    for (let round = 0; round < 2; round++)
      await Promise.all([1, 2, 3].map(() => sweepClocks({ at: later(7.5) }, store.db)));
    expect(await kinds(leadId)).toEqual([["clock_half", repId]]);
    await sweepClocks({ at: later(15) }, store.db);
    expect(await kinds(leadId)).toHaveLength(1);
    const late = new Date(later(15).getTime() + 1);
    for (let round = 0; round < 2; round++) await Promise.all([1, 2, 3].map(() => sweepClocks({ at: late }, store.db)));
    expect(await kinds(leadId)).toEqual([
      ["clock_half", repId],
      ["clock_breached", repId],
      ["clock_breached", managerId],
    ]);
  });

  it("nobody is reminded of half when all of it is over already", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    await sweepClocks({ at: later(16) }, store.db);
    expect((await kinds(leadId)).map(([kind]) => kind)).toEqual(["clock_breached", "clock_breached"]);
  });

  it("the first time its lead is shown counts", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId);
    await markClocksShown({ leadIds: [leadId], at: later(1) }, store.db);
    await markClocksShown({ leadIds: [leadId], at: later(2) }, store.db);
    expect(await clockOf(leadId)).toMatchObject({ shownAt: later(1).getTime() });
  });
});

describe("who owns a lead is told at once", () => {
  const newcomers = async (leadId: number) =>
    store.db
      .select({ userId: alerts.userId, facts: alerts.facts })
      .from(alerts)
      .where(and(eq(alerts.leadId, leadId), eq(alerts.kind, "newcomer"), eq(alerts.channel, "app")));

  it("of each clock that starts, also on a day on which the lead was told of", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId, stage: "sales_accepted" });
    await send(leadId);
    await record(leadId, { disposition: "called" }, later(2));
    await send(leadId, { at: later(5) });
    await send(leadId, { at: later(6) });
    const told = (cell: string, dueIn: number) => ({
      userId: repId,
      facts: { eventType: "demo_requested", cell, dueAt: later(dueIn).toISOString() },
    });
    expect(await newcomers(leadId)).toEqual([told("D2", 15), told("D1", 20)]);
  });

  it("not of what does not ask for a call", async () => {
    const leadId = await addTestLead(store.db, { ownerId: repId });
    await send(leadId, { type: "page_viewed" });
    expect(await newcomers(leadId)).toEqual([]);
  });
});

describe("who leads the team", () => {
  it("sees what runs, due first, how today went and who could help", async () => {
    await store.db.delete(slaClocks);
    const helperId = await addTestUser(store.db, { name: "Zoe" });
    await addTestUser(store.db, { name: "Off", daysOff: [1] });
    const [first, second, third] = [
      await addTestLead(store.db, { ownerId: repId, lastName: "First" }),
      await addTestLead(store.db, { ownerId: repId, lastName: "Second" }),
      await addTestLead(store.db, { ownerId: repId, lastName: "Third", stage: "sales_accepted" }),
    ];
    await send(second, { at: later(1) });
    await send(first);
    await send(third, { at: later(-30) });
    await markClocksShown({ leadIds: [third], at: later(-29) }, store.db);
    await record(third, { disposition: "called" }, later(-10));
    const board = await readClockBoard({ at: later(5) }, store.db);
    expect(board.running.map(({ name, owner }) => [name, owner?.userId])).toEqual([
      ["First", repId],
      ["Second", repId],
    ]);
    expect(board).toMatchObject({
      runningTotal: 2,
      today: { met: 0, missed: 1, medianDelays: { system: 1, human: 19 } },
      reps: [
        { userId: repId, runningClocks: 2 },
        { userId: helperId, name: "Zoe", runningClocks: 0 },
      ],
    });
  });
});
