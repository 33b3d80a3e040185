import { inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { sweepQualifying } from "#db/mutations/sweep-qualifying.ts";
import { leads, touches } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { madeLists } from "#db/test/made-lists.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import { previewedLists } from "#db/test/previewed-lists.ts";
import { addTestLead, addTestOrganisation, addTestVersion, testDefinition } from "#db/test/scoring-fixtures.ts";
import { foundCompany, someLead, someTeam } from "#db/test/some-company.ts";
import { applyEdit, type Edit } from "#lib/model/edit.ts";
import { criterionSchema, type Definition } from "#lib/scoring/definition.ts";
import { findCurrentGeneration, type Generation } from "./current-generation.ts";

const RUNS = { numRuns: process.env.VOORRANG_LONG === "1" ? 40 : 4, endOnFailure: true };
const openDatabase = testDatabases();

/** Most cells are called, some as urgently as others of another model. */
function called(overrides: Record<string, unknown> = {}): Definition {
  const definition = testDefinition(overrides);
  const plays = Object.entries(definition.plays).map(([cell, play], place) => {
    const action = place % 5 === 4 ? "nurture" : place % 2 === 0 ? "call_now" : "call_today";
    return [cell, { ...play, action }] as const;
  });
  return { ...definition, plays: Object.fromEntries(plays) };
}

/** Other points, another threshold, a lower line to sales, a rule that counts other events, and one that is gone. */
function redrawn(definition: Definition): Definition {
  const forms = criterionSchema.parse({
    type: "event",
    key: "forms",
    label: "Forms",
    points: 12,
    halfLifeDays: 5,
    events: { types: ["form_sent"] },
  });
  const edits: Edit[] = [
    { type: "add_criterion", at: { axis: "engagement", group: 0 }, criterion: forms },
    { type: "set_threshold", axis: "engagement", index: 1, value: 18 },
    { type: "set_mix", mix: { fit: 20, engagement: 80 } },
    { type: "set_qualifies", qualifies: { combinedAtLeast: 5 } },
  ];
  const edited = edits.reduce(applyEdit, definition);
  const { fit, engagement } = edited.axes;
  const groups = engagement.groups.map((group) => ({
    ...group,
    criteria: group.criteria.filter(({ key }) => key !== "demo"),
  }));
  return { ...edited, axes: { fit, engagement: { ...engagement, groups } } };
}

async function current({ db }: TestDatabase): Promise<Generation> {
  const generation = await findCurrentGeneration(db);
  if (!generation) throw new Error("Nothing is in force.");
  return generation;
}

/** Puts the newest versions in force, and hands over who qualifies. */
async function publish(store: TestDatabase): Promise<Generation> {
  await buildGeneration(TEST_PASS, store);
  const generation = await current(store);
  await sweepQualifying({ generation: { id: generation.id, cause: "publish" }, now: () => TEST_TIME }, store.db);
  return generation;
}

function among(lists: ReadonlyMap<number, number[]>, leadIds: ReadonlySet<number>) {
  return new Map([...lists].map(([userId, list]) => [userId, list.filter((leadId) => leadIds.has(leadId))]));
}

it("the lists that an editor makes of its leads are those that are made of them, published and drafted", async () => {
  const someLeads = fc.array(someLead, { minLength: 40, maxLength: 60, size: "max" });
  await fc.assert(
    fc.asyncProperty(someLeads, someTeam, async (written, team) => {
      const { store } = await foundCompany(written, team);
      try {
        const large = called({ segment: { field: "account.employees", op: "at_least", value: 100 } });
        await addTestVersion(store.db, large);
        const definition = called();
        const { modelId } = await addTestVersion(store.db, definition);
        const generation = await publish(store);
        const published = await previewedLists(store, { generation, modelId, definition, isDraft: false });
        expect(published.lists).toEqual(among(await madeLists(store, generation), published.leadIds));

        const draft = redrawn(definition);
        const drafted = await previewedLists(store, { generation, modelId, definition: draft, isDraft: true });
        await addTestVersion(store.db, draft, modelId);
        expect(drafted.lists).toEqual(among(await madeLists(store, await publish(store)), drafted.leadIds));
      } finally {
        await store.drop();
      }
    }),
    RUNS,
  );
});

it("who was called or claimed since an editor's leads were measured is called by nobody else there either", async () => {
  const store = await openDatabase();
  const { db } = store;
  await addTestOrganisation(db);
  const [ann, ben] = [
    await addTestUser(db, { name: "Ann", dailyCapacity: 9 }),
    await addTestUser(db, { name: "Ben", dailyCapacity: 9 }),
  ];
  const leadIds: number[] = [];
  for (let count = 0; count < 3; count++) leadIds.push(await addTestLead(db, { jobTitle: "Director" }));
  const [phoned = 0, claimed = 0, left = 0] = leadIds;
  const { modelId } = await addTestVersion(db, called());
  await buildGeneration(TEST_PASS, store);
  const generation = await current(store);
  const before = await previewedLists(store, { generation, modelId, definition: called(), isDraft: false });
  expect(before.lists).toEqual(
    new Map([
      [ann, leadIds],
      [ben, []],
    ]),
  );
  await db.insert(touches).values({ leadId: phoned, at: TEST_TIME, kind: "call", disposition: "called", actorId: ann });
  await db
    .update(leads)
    .set({ ownerId: ben })
    .where(inArray(leads.id, [claimed]));
  const after = await previewedLists(store, { generation, modelId, definition: called(), isDraft: false });
  expect(after.lists).toEqual(
    new Map([
      [ann, [left]],
      [ben, [claimed]],
    ]),
  );
});
