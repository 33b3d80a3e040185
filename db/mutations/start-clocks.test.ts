import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { alerts, leads, slaClocks } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { clockTests, DAY, later, T } from "#db/test/clock-tests.ts";
import { addTestEvent, addTestLead } from "#db/test/scoring-fixtures.ts";
import { bringUpToDate, buildGeneration } from "./build-generation.ts";
import { markLeadsDue } from "./mark-leads-due.ts";
import { processDueLeads } from "./process-due-leads.ts";
import { saveNaming } from "./save-naming.ts";

const clocks = clockTests();
const { send, clockOf, alertsOf, record } = clocks;

describe("a clock starts", () => {
  it("when a high-intent event arrives, and is due after the working minutes of the lead's cell", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
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
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId, { at: new Date("2026-03-10T20:00:00Z") });
    const clock = await clockOf(leadId);
    expect(new Date(clock?.dueAt ?? 0).toISOString()).toBe("2026-03-11T07:45:00.000Z");
  });

  it("when a burst completes, and not before", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId, { type: "video_played", at: later(-20) });
    await send(leadId, { type: "video_played", at: later(-10) });
    expect(await clockOf(leadId)).toBeUndefined();
    await send(leadId, { type: "video_played" });
    expect(await clockOf(leadId)).toMatchObject({ arrivedAt: T.getTime() });
  });

  it("once: a second event changes nothing while it runs", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId);
    await send(leadId, { at: later(5) });
    expect(await clockOf(leadId)).toMatchObject({ arrivedAt: T.getTime() });
    expect(await clocks.store.db.$count(slaClocks, eq(slaClocks.leadId, leadId))).toBe(1);
  });

  it("for a lead that is nobody's too, and managers are told at once", async () => {
    const leadId = await addTestLead(clocks.store.db);
    await send(leadId);
    expect(await clockOf(leadId)).toBeDefined();
    expect(await alertsOf(leadId)).toContainEqual({ kind: "no_owner", userId: clocks.managerId });
  });

  it("of somebody who is away or gone too, and managers are told at once", async () => {
    const gone = await addTestUser(clocks.store.db, { disabledAt: T });
    const resting = await addTestUser(clocks.store.db, { daysOff: [0, 1, 2, 3, 4, 5, 6] });
    for (const ownerId of [gone, resting]) {
      const leadId = await addTestLead(clocks.store.db, { ownerId });
      await send(leadId);
      expect(await alertsOf(leadId)).toContainEqual({ kind: "no_owner", userId: clocks.managerId });
    }
    const present = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(present);
    expect((await alertsOf(present)).map(({ kind }) => kind)).not.toContain("no_owner");
  });
});

describe("no clock starts", () => {
  it("for an event that is told of more than 24 hours after it happened", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
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
      const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId, ...standing });
      await send(leadId);
      expect(await clockOf(leadId)).toBeUndefined();
    }
    const back = await addTestLead(clocks.store.db, { ownerId: clocks.repId, stage: "recycled", returnsOn: DAY });
    await send(back);
    expect(await clockOf(back)).toBeDefined();
  });

  it("for an event that means nothing, in a cell without an SLA, or for who may not be scored", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId, { type: "page_viewed" });
    expect(await clockOf(leadId)).toBeUndefined();
    const unscored = await addTestLead(clocks.store.db, { ownerId: clocks.repId, mayScore: false });
    await send(unscored);
    expect(await clockOf(unscored)).toBeUndefined();
  });
});

it("a pass over all leads, and what an import left to be scored, start no clock and tell nobody of a single lead", async () => {
  const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId, jobTitle: "Director" });
  await addTestEvent(clocks.store.db, leadId, { type: "demo_requested", at: T });
  await markLeadsDue({ leadIds: [leadId], at: T }, clocks.store.db);
  await processDueLeads({ now: () => T }, clocks.store.db);
  await buildGeneration({ cause: "publish", day: DAY, now: () => T }, clocks.store);
  const [lead] = await clocks.store.db.select({ stage: leads.stage }).from(leads).where(eq(leads.id, leadId));
  expect(lead?.stage).toBe("marketing_qualified");
  expect(await clockOf(leadId)).toBeUndefined();
  expect(await alertsOf(leadId)).toEqual([]);
});

describe("who owns a lead is told at once", () => {
  const newcomers = async (leadId: number) =>
    clocks.store.db
      .select({ userId: alerts.userId, facts: alerts.facts })
      .from(alerts)
      .where(and(eq(alerts.leadId, leadId), eq(alerts.kind, "newcomer"), eq(alerts.channel, "app")));

  it("of each clock that starts, also on a day on which the lead was told of", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId, stage: "sales_accepted" });
    await send(leadId);
    await record(leadId, { disposition: "called" }, later(2));
    await send(leadId, { at: later(5) });
    await send(leadId, { at: later(6) });
    const told = (cell: string, dueIn: number) => ({
      userId: clocks.repId,
      facts: { eventType: "demo_requested", cell, dueAt: later(dueIn).toISOString() },
    });
    expect(await newcomers(leadId)).toEqual([told("D2", 15), told("D1", 20)]);
  });

  it("not of what does not ask for a call", async () => {
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId, { type: "page_viewed" });
    expect(await newcomers(leadId)).toEqual([]);
  });
});

describe("an event under another name", () => {
  it("starts the clock of the type as which it counts, and its owner reads of that", async () => {
    const naming = [{ name: "Demo Requested", asset: null, type: "demo_requested" }];
    await saveNaming({ naming, labels: {}, seenId: null, actorId: clocks.managerId, at: T }, clocks.store.db);
    await bringUpToDate({ now: () => T }, clocks.store);
    const leadId = await addTestLead(clocks.store.db, { ownerId: clocks.repId });
    await send(leadId, { type: "Demo Requested" });
    expect(await clockOf(leadId)).toMatchObject({ arrivedAt: T.getTime() });
    const [told] = await clocks.store.db.select().from(alerts).where(eq(alerts.leadId, leadId));
    expect(told?.facts).toMatchObject({ eventType: "demo_requested" });
  });
});
