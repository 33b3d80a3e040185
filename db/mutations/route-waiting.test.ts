import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { isAlertOver } from "#db/queries/is-alert-over.ts";
import { alerts, events, holidays, leads, slaClocks, stageChanges, users } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { prepareRouting } from "#db/test/routing-fixtures.ts";
import { TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { assignLead } from "./assign-lead.ts";
import { routeWaiting } from "./route-waiting.ts";

const { store, people, addDirector, requestDemos, ownersOf, historyOf, sendAway, setRules } = prepareRouting();
// A Tuesday, 13:45 in Kathmandu.
const later = (minutes: number) => new Date(TEST_TIME.getTime() + minutes * 60_000);

describe("while nobody is at work", () => {
  beforeEach(async () => {
    await store().db.insert(holidays).values({ day: TEST_DAY, name: "Losar" });
  });
  const reopen = () => store().db.delete(holidays);

  it("a lead waits, and goes to who comes to work first", async () => {
    const lead = await addDirector();
    await requestDemos([lead]);
    expect(await routeWaiting({ now: () => later(5) }, store().db)).toEqual({ routed: 0, fallenBack: 0 });
    expect(await ownersOf([lead])).toEqual([null]);
    await reopen();
    expect(await routeWaiting({ now: () => later(10) }, store().db)).toEqual({ routed: 1, fallenBack: 0 });
    expect(await ownersOf([lead])).toEqual([people.anna]);
  });

  it("its new owner is told of it when its clock runs, and in one word of all the others", async () => {
    const leadIds = await Promise.all(Array.from({ length: 4 }, () => addDirector()));
    const [urgent = 0] = leadIds;
    await requestDemos(leadIds);
    const [event] = await store().db.select().from(events).where(eq(events.leadId, urgent));
    const [arrivedAt, dueAt] = [TEST_TIME, later(60)];
    await store()
      .db.insert(slaClocks)
      .values({
        ...{ leadId: urgent, eventId: event?.id ?? "", criterion: "demo", slaMinutes: 60 },
        ...{ arrivedAt, startedAt: arrivedAt, halfAt: arrivedAt, dueAt },
      });
    await sendAway(people.bram);
    await reopen();
    await store().db.delete(alerts);
    await routeWaiting({ now: () => later(10) }, store().db);
    const told = await store().db.select().from(alerts).orderBy(asc(alerts.leadId));
    expect(told).toMatchObject([
      {
        ...{ kind: "newcomer", userId: people.anna, leadId: urgent },
        facts: { eventType: "demo_requested", dueAt: dueAt.toISOString() },
      },
      { kind: "newcomer", userId: people.anna, leadId: null, facts: { count: 3 } },
    ]);
    const [, summary] = told;
    expect(await isAlertOver({ userId: people.anna, alertId: summary?.id ?? 0 }, store().db)).toBe(false);
    await store().db.delete(slaClocks);
  });

  it("it does not wait longer than the rule allows: it goes to who gets what nobody else could, and managers know", async () => {
    await reopen();
    for (const rep of [people.anna, people.bram]) await sendAway(rep);
    await setRules([], people.chief);
    const leadIds = [await addDirector(), await addDirector()];
    await requestDemos(leadIds);
    expect(await routeWaiting({ now: () => later(29) }, store().db)).toEqual({ routed: 0, fallenBack: 0 });
    expect(await routeWaiting({ now: () => later(30) }, store().db)).toEqual({ routed: 0, fallenBack: 2 });
    expect(await ownersOf(leadIds)).toEqual([people.chief, people.chief]);
    expect(await historyOf(leadIds[0] ?? 0)).toMatchObject([
      { cause: "routed", way: "fallback", toUserId: people.chief },
    ]);
    expect(await store().db.select().from(alerts).orderBy(asc(alerts.leadId))).toMatchObject(
      leadIds.map((leadId) => ({ kind: "unrouted", userId: people.chief, leadId, facts: { toId: people.chief } })),
    );
  });

  it("and there is nobody to fall back on, managers are told once of each lead", async () => {
    await reopen();
    for (const rep of [people.anna, people.bram]) await sendAway(rep);
    const first = await addDirector();
    await requestDemos([first]);
    for (const minutes of [30, 31, 40]) await routeWaiting({ now: () => later(minutes) }, store().db);
    expect(await store().db.select().from(alerts)).toMatchObject([{ leadId: first, facts: { toId: null } }]);
    const second = await addDirector();
    await requestDemos([second], later(45));
    await routeWaiting({ now: () => later(76) }, store().db);
    expect(await store().db.select().from(alerts).orderBy(asc(alerts.leadId))).toMatchObject([
      { leadId: first },
      { leadId: second },
    ]);
    expect(await ownersOf([first, second])).toEqual([null, null]);
  });

  it("nights do not count for how long it waited", async () => {
    await setRules([], people.chief);
    const lead = await addDirector();
    await requestDemos([lead]);
    // The holiday is over at 18:15 UTC, opening at 2:45 the next day; everybody is away then as well.
    for (const rep of [people.anna, people.bram]) await sendAway(rep, TEST_DAY + 1);
    const opening = new Date("2026-03-11T02:45:00Z").getTime();
    const lookAt = (ms: number) => routeWaiting({ now: () => new Date(ms) }, store().db);
    expect(await lookAt(opening + 29 * 60_000)).toEqual({ routed: 0, fallenBack: 0 });
    expect(await lookAt(opening + 30 * 60_000)).toEqual({ routed: 0, fallenBack: 1 });
  });

  it("many leads that waited too long at once are one story", async () => {
    await reopen();
    for (const rep of [people.anna, people.bram]) await sendAway(rep);
    const leadIds = await Promise.all(Array.from({ length: 5 }, () => addDirector()));
    await requestDemos(leadIds);
    await routeWaiting({ now: () => later(30) }, store().db);
    expect(await store().db.select().from(alerts)).toMatchObject([{ kind: "unrouted", leadId: null }]);
  });
});

it("leads handed over to somebody who may not sign in any more go to who is at work", async () => {
  const [left, worked] = [await addDirector({ ownerId: people.bram }), await addDirector({ ownerId: people.bram })];
  await requestDemos([left, worked]);
  await store().db.update(leads).set({ stage: "sales_accepted" }).where(eq(leads.id, worked));
  await store().db.update(users).set({ disabledAt: TEST_TIME }).where(eq(users.id, people.bram));
  expect(await routeWaiting({ now: () => later(1) }, store().db)).toEqual({ routed: 1, fallenBack: 0 });
  // What sales is at work on is for a person to hand over.
  expect(await ownersOf([left, worked])).toEqual([people.anna, people.bram]);
});

it("a lead that waits and is worked by a person is that person's", async () => {
  await store().db.insert(holidays).values({ day: TEST_DAY, name: "Losar" });
  const lead = await addDirector();
  await requestDemos([lead]);
  await store().db.transaction((tx) =>
    assignLead({ leadId: lead, toUserId: people.chief, cause: "claimed", actorId: people.chief, at: TEST_TIME }, tx),
  );
  await store().db.delete(holidays);
  expect(await routeWaiting({ now: () => later(60) }, store().db)).toEqual({ routed: 0, fallenBack: 0 });
  expect(await ownersOf([lead])).toEqual([people.chief]);
  const [change] = await store().db.select().from(stageChanges).where(eq(stageChanges.leadId, lead));
  expect(change).toMatchObject({ toStage: "marketing_qualified" });
});
