import { asc, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { alerts, leads, ownerChanges, routingTurns, users } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { prepareRouting, testRule } from "#db/test/routing-fixtures.ts";
import { addTestEvent, addTestLead, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { assignLead } from "./assign-lead.ts";
import { buildGeneration } from "./build-generation.ts";
import { routeWaiting } from "./route-waiting.ts";

const { store, people, addDirector, requestDemos, ownersOf, historyOf, sendAway, setRules } = prepareRouting();

describe("a lead that an event hands over", () => {
  it("goes in the same transaction to who is at work, in turn by capacity", async () => {
    const given: (number | null)[] = [];
    for (let count = 0; count < 6; count++) {
      const lead = await addDirector();
      await requestDemos([lead]);
      given.push(...(await ownersOf([lead])));
    }
    expect(given).toEqual([people.anna, people.bram, people.anna, people.anna, people.bram, people.anna]);
  });

  it("leaves a change of owner with the turn that made it", async () => {
    const lead = await addDirector();
    await requestDemos([lead]);
    const [routed, ...more] = await historyOf(lead);
    expect(routed).toMatchObject({ fromUserId: null, toUserId: people.anna, cause: "routed", way: "turn", rule: null });
    expect(routed).toMatchObject({ actorId: null, at: TEST_TIME });
    expect(more).toEqual([]);
  });

  it("stays with the owner it has, whatever the rules say", async () => {
    await setRules([testRule("all", { field: "job_title", op: "is_set" }, people.anna)]);
    const lead = await addDirector({ ownerId: people.bram });
    await requestDemos([lead]);
    expect(await ownersOf([lead])).toEqual([people.bram]);
    expect(await historyOf(lead)).toEqual([]);
  });

  it("of who may not sign in any more is nobody's", async () => {
    await store().db.update(users).set({ disabledAt: TEST_TIME }).where(eq(users.id, people.bram));
    const lead = await addDirector({ ownerId: people.bram });
    await requestDemos([lead]);
    expect(await historyOf(lead)).toMatchObject([{ fromUserId: people.bram, toUserId: people.anna, way: "turn" }]);
  });

  it("goes where the first rule that matches says, by lead, account and the cell it has just got", async () => {
    await setRules([
      testRule("Belgium", { field: "country", op: "equals", value: "BE" }, people.bram),
      testRule("The best", { field: "score.cell", op: "equals", value: "A2" }, people.anna),
    ]);
    const [belgian, dutch] = [await addDirector({ country: "BE" }), await addDirector({ country: "NL" })];
    await requestDemos([belgian, dutch]);
    expect(await ownersOf([belgian, dutch])).toEqual([people.bram, people.anna]);
    expect(await historyOf(belgian)).toMatchObject([{ way: "rule", rule: "Belgium" }]);
    expect(await historyOf(dutch)).toMatchObject([{ way: "rule", rule: "The best" }]);
  });

  it("passes over who is away", async () => {
    await setRules([testRule("Belgium", { field: "country", op: "equals", value: "BE" }, people.bram)]);
    await sendAway(people.bram);
    const belgians = [await addDirector({ country: "BE" }), await addDirector({ country: "BE" })];
    await requestDemos(belgians);
    expect(await ownersOf(belgians)).toEqual([people.anna, people.anna]);
  });

  it("is not routed before it is handed over", async () => {
    const visitor = await addTestLead(store().db);
    await requestDemos([visitor]);
    const [lead] = await store().db.select().from(leads).where(eq(leads.id, visitor));
    expect(lead).toMatchObject({ stage: "lead", ownerId: null });
  });
});

describe("events of the same leads in many transactions at once", () => {
  it("route each lead once, whoever takes it by hand meanwhile, and share them out to the turn", async () => {
    const directors: number[] = [];
    for (let count = 0; count < 60; count++) directors.push(await addDirector());
    // Each is in three of the twelve transactions, in different company.
    const batches = Array.from({ length: 12 }, (_, batch) => directors.filter((_, at) => (at + batch) % 4 === 0));
    const takeByHand = (leadId: number) =>
      store().db.transaction((tx) =>
        assignLead({ leadId, toUserId: people.bram, cause: "reassigned", actorId: people.chief, at: TEST_TIME }, tx),
      );
    await Promise.all([
      ...batches.map((leadIds) => requestDemos(leadIds)),
      ...Array.from({ length: 4 }, () => routeWaiting({ now: () => TEST_TIME }, store().db)),
      ...directors.slice(0, 6).map(takeByHand),
    ]);

    const changes = await store().db.select().from(ownerChanges).orderBy(asc(ownerChanges.id));
    const owners = await ownersOf(directors);
    directors.forEach((leadId, at) => {
      const own = changes.filter((change) => change.leadId === leadId);
      expect(own.filter(({ cause }) => cause === "routed").length).toBeLessThanOrEqual(1);
      expect(own[0]?.fromUserId).toBeNull();
      for (let step = 1; step < own.length; step++) expect(own[step]?.fromUserId).toBe(own[step - 1]?.toUserId);
      expect(own.at(-1)?.toUserId).toBe(owners[at]);
    });
    const routed = changes.filter(({ cause }) => cause === "routed");
    expect(routed.length).toBeGreaterThanOrEqual(54);
    const [pool] = await store().db.select().from(routingTurns);
    expect(pool).toEqual({ pool: "", turns: routed.length });
    // The order of a round is Anna, Bram, Anna.
    const turnsOfBram = Array.from({ length: routed.length }, (_, turn) => turn).filter(
      (turn) => turn % 3 === 1,
    ).length;
    expect(routed.filter(({ toUserId }) => toUserId === people.bram)).toHaveLength(turnsOfBram);
  });
});

describe("leads that a pass hands over", () => {
  it("are routed with it in turn, and nobody is told of a single one", async () => {
    const directors: number[] = [];
    for (let count = 0; count < 30; count++) {
      const lead = await addDirector();
      await addTestEvent(store().db, lead, { type: "demo_requested", at: TEST_TIME });
      directors.push(lead);
    }
    const pass = { cause: "publish", day: TEST_DAY, now: () => TEST_TIME } as const;
    expect(await buildGeneration(pass, store())).toMatchObject({ qualified: 30 });
    const owners = await ownersOf(directors);
    expect(owners.filter((owner) => owner === people.anna)).toHaveLength(20);
    expect(owners.filter((owner) => owner === people.bram)).toHaveLength(10);
    expect(await store().db.select().from(alerts).where(isNotNull(alerts.leadId))).toEqual([]);
  });
});
