import { describe, expect, it } from "vitest";
import { assignLead } from "#db/mutations/assign-lead.ts";
import { leads, ownerChanges, routingTurns, stageChanges } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { prepareRouting, testRule } from "#db/test/routing-fixtures.ts";
import { daysAgo } from "#db/test/scoring-fixtures.ts";
import { USUAL_ROUTING } from "#lib/routing/rules.ts";
import { readRoutingDryRun } from "./routing-dry-run.ts";

const { store, people, addDirector, requestDemos, ownersOf } = prepareRouting();
const dryRun = (rules: ReturnType<typeof testRule>[] = []) =>
  readRoutingDryRun({ routing: { ...USUAL_ROUTING, rules }, at: TEST_TIME }, store().db);

describe("a dry run", () => {
  it("tells where the leads of the last seven days would have gone, whoever has them now", async () => {
    const belgian = await addDirector({ country: "BE", lastName: "Peeters" });
    const owned = await addDirector({ ownerId: people.bram });
    const others = [await addDirector(), await addDirector(), await addDirector()];
    await requestDemos([belgian, owned, ...others]);
    await store().db.transaction((tx) =>
      assignLead(
        { leadId: belgian, toUserId: people.chief, cause: "reassigned", actorId: people.chief, at: TEST_TIME },
        tx,
      ),
    );
    const {
      tried,
      isMore,
      shares,
      leads: shown,
    } = await dryRun([testRule("Belgium", { field: "country", op: "equals", value: "BE" }, people.bram)]);
    expect({ tried, isMore }).toEqual({ tried: 5, isMore: false });
    // In turn Anna, Bram, Anna; Bram keeps his own and gets the Belgian by the rule.
    expect(shares).toEqual([
      { userId: people.bram, kept: 1, rule: 1, turn: 1, fallback: 0, waiting: 0 },
      { userId: people.anna, kept: 0, rule: 0, turn: 2, fallback: 0, waiting: 0 },
    ]);
    expect(shown.find(({ leadId }) => leadId === belgian)).toMatchObject({
      ...{ name: "Peeters", cell: "A2", way: "rule", rule: "Belgium", toUserId: people.bram },
      at: TEST_TIME.getTime(),
    });
  });

  it("changes nothing", async () => {
    const lead = await addDirector();
    await requestDemos([lead]);
    const before = [await ownersOf([lead]), await store().db.select().from(ownerChanges)];
    const turns = await store().db.select().from(routingTurns);
    await dryRun();
    expect([await ownersOf([lead]), await store().db.select().from(ownerChanges)]).toEqual(before);
    expect(await store().db.select().from(routingTurns)).toEqual(turns);
  });

  it("leaves out what is older, and what was undone", async () => {
    await store().db.delete(stageChanges);
    const [old, undone] = [await addDirector(), await addDirector()];
    const change = { toStage: "marketing_qualified", cause: "event" } as const;
    await store()
      .db.insert(stageChanges)
      .values([
        { leadId: old, at: daysAgo(9), ...change },
        { leadId: undone, at: daysAgo(1), undoneAt: TEST_TIME, ...change },
      ]);
    expect(await dryRun()).toEqual({ tried: 0, isMore: false, shares: [], leads: [] });
  });

  it("of an organisation without leads is empty", async () => {
    await store().db.delete(stageChanges);
    await store().db.delete(leads);
    expect(await dryRun()).toMatchObject({ tried: 0 });
  });
});
