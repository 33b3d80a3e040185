import { inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { askPreview, digestOf, newestDigestOf } from "#db/mutations/ask-preview.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { makeCallList } from "#db/mutations/make-call-list.ts";
import { makeDueLists } from "#db/mutations/make-due-lists.ts";
import { measurePreview } from "#db/mutations/measure-preview.ts";
import { sweepQualifying } from "#db/mutations/sweep-qualifying.ts";
import {
  absences,
  accounts,
  callListEntries,
  callLists,
  leads,
  routing,
  routingTurns,
  slaClocks,
  touches,
} from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase, testDatabases } from "#db/test/database.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import { testRule } from "#db/test/routing-fixtures.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
  TEST_ZONE,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { DISPOSITIONS, type Disposition } from "#lib/lifecycle/constants.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { applyEdit, type Edit } from "#lib/model/edit.ts";
import { BASE_PARTS } from "#lib/preview/answer.ts";
import type { PreviewColumn } from "#lib/preview/base.ts";
import { BaseScores } from "#lib/preview/base-scores.ts";
import { callersOfRows } from "#lib/preview/call-lists.ts";
import type { CallPool } from "#lib/preview/call-pool.ts";
import { handedOverRows, poolHandedOver, routesRequest, routesRequestSchema } from "#lib/preview/handed-over.ts";
import { fromInstantParts } from "#lib/preview/instants.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { eventCriteriaOf } from "#lib/preview/newest-key.ts";
import { fromSteps, unpackColumn, unpackMeasured } from "#lib/preview/pack.ts";
import { CELL_FIELD } from "#lib/routing/rules.ts";
import { criterionSchema, type Definition } from "#lib/scoring/definition.ts";
import { readBaseCalls } from "./base-calls.ts";
import { listFollowUps } from "./call-candidates.ts";
import { listCallers } from "./callers.ts";
import { findCurrentGeneration, type Generation } from "./current-generation.ts";
import { findPreview } from "./preview.ts";
import { readPreviewRoutes } from "./preview-routes.ts";

const HOUR_MS = 3_600_000;
const TYPES = ["video_played", "video_played", "video_played", "page_viewed", "demo_requested", "form_sent"] as const;

const someTouch = fc.record({
  // From this morning to the day before yesterday: two of them before the day began.
  hoursAgo: fc.constantFrom(1, 20, 50),
  disposition: fc.constantFrom<Disposition>(...DISPOSITIONS),
  isUndone: fc.boolean(),
});
const someLead = fc.record({
  owner: fc.constantFrom("ann", "ben", "boss", "gone", null, null, null, null),
  stage: fc.constantFrom("lead", "lead", "lead", "lead", "marketing_qualified", "opportunity", "customer", "recycled"),
  returnsIn: fc.constantFrom(null, -1, 0, 3),
  enteredHoursAgo: fc.constantFrom(10, 30, 2_000),
  mayCall: fc.constantFrom(true, true, true, false),
  mayScore: fc.constantFrom(true, true, true, true, true, true, false),
  jobTitle: fc.constantFrom("Sales Director", "Sales Director", "Engineer"),
  isLarge: fc.constantFrom(true, false, false, false),
  events: fc.array(fc.record({ type: fc.constantFrom(...TYPES), hoursAgo: fc.constantFrom(5, 15, 25, 60, 300) }), {
    maxLength: 4,
  }),
  touches: fc.oneof(fc.constant([]), fc.constant([]), fc.array(someTouch, { maxLength: 2 })),
  heldBy: fc.constantFrom(null, null, null, null, ["gone"], ["gone", "boss"]),
  isClocked: fc.constantFrom(true, false, false, false, false),
});
/** Who is away, who takes engineers, and how many turns were given before. */
const someTeam = fc.record({
  away: fc.constantFrom(null, null, "ann", "ben", "cas"),
  forEngineers: fc.constantFrom(null, ["ben"], ["ann", "cas"]),
  forHigh: fc.constantFrom(null, ["cas", "ann"]),
  turns: fc.nat(9),
});
type SomeTeam = typeof someTeam extends fc.Arbitrary<infer Team> ? Team : never;
type SomeLead = typeof someLead extends fc.Arbitrary<infer Lead> ? Lead : never;

const TODAY = { firstDay: TEST_DAY, lastDay: TEST_DAY };
const CLOCK = {
  eventId: "00000000-0000-4000-8000-000000000001",
  criterion: "demo",
  slaMinutes: 60,
  arrivedAt: TEST_TIME,
  startedAt: TEST_TIME,
  halfAt: TEST_TIME,
  dueAt: TEST_TIME,
};

const LIMIT_MS = process.env.VOORRANG_LONG === "1" ? 600_000 : 120_000;
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

async function found(written: readonly SomeLead[], team: SomeTeam) {
  const store = await createTestDatabase();
  const { db } = store;
  await addTestOrganisation(db);
  const users = {
    ann: await addTestUser(db, { name: "Ann", dailyCapacity: 3 }),
    ben: await addTestUser(db, { name: "Ben", dailyCapacity: 4 }),
    cas: await addTestUser(db, { name: "Cas", dailyCapacity: 2 }),
    boss: await addTestUser(db, { name: "Boss", role: "manager", dailyCapacity: 2 }),
    gone: await addTestUser(db, { name: "Gone", disabledAt: daysAgo(1) }),
  };
  const [account] = await db
    .insert(accounts)
    .values({ name: "Large", employees: 400, createdAt: daysAgo(400), updatedAt: daysAgo(400) })
    .returning();
  await setUp(team);
  for (const lead of written) {
    const leadId = await addTestLead(db, {
      ownerId: lead.owner && users[lead.owner],
      stage: lead.stage,
      stageEnteredAt: hoursAgo(lead.enteredHoursAgo),
      returnsOn: lead.stage === "recycled" && lead.returnsIn !== null ? TEST_DAY + lead.returnsIn : null,
      mayCall: lead.mayCall,
      mayScore: lead.mayScore,
      jobTitle: lead.jobTitle,
      accountId: lead.isLarge ? account?.id : null,
    });
    if (lead.isClocked && lead.owner !== null) await db.insert(slaClocks).values({ leadId, ...CLOCK });
    for (const event of lead.events)
      await addTestEvent(db, leadId, { ...event, at: hoursAgo(event.hoursAgo), properties: { minutes: 3 } });
    for (const touch of lead.touches)
      await db.insert(touches).values({
        leadId,
        at: hoursAgo(touch.hoursAgo),
        kind: "call",
        disposition: touch.disposition,
        snoozedUntil: touch.disposition === "snoozed" ? TEST_DAY : null,
        undoneAt: touch.isUndone ? TEST_TIME : null,
        actorId: users.ann,
      });
    for (const holder of lead.heldBy ?? [])
      await db.insert(callListEntries).values({
        leadId,
        userId: holder === "gone" ? users.gone : await anotherGone(),
        day: TEST_DAY,
        rank: 1,
        shownAt: TEST_TIME,
      });
  }
  return { store, users };

  async function setUp({ away, forEngineers, forHigh, turns }: SomeTeam) {
    if (away) await db.insert(absences).values({ userId: users[away], ...TODAY, createdAt: daysAgo(9) });
    const named = (names: readonly string[] | null) =>
      Object.entries(users).flatMap(([name, userId]) => (names?.includes(name) ? [userId] : []));
    const rules = [
      testRule("Engineers", { field: "job_title", op: "contains_word", value: "Engineer" }, ...named(forEngineers)),
      testRule("High", { field: CELL_FIELD, op: "starts_with", value: "A" }, ...named(forHigh)),
    ].filter(({ userIds }) => userIds.length > 0);
    await db.insert(routing).values({ revision: 1, rules, waitMinutes: 30, updatedAt: TEST_TIME });
    const pools = ["", ...rules.map(({ key }) => key)];
    await db.insert(routingTurns).values(pools.map((pool) => ({ pool, turns })));
  }

  /** Somebody else who has gone since. */
  function anotherGone() {
    return addTestUser(db, { name: "Gone as well", disabledAt: daysAgo(1) });
  }
}

function hoursAgo(hours: number): Date {
  return new Date(TEST_TIME.getTime() - hours * HOUR_MS);
}

async function current({ db }: TestDatabase): Promise<Generation> {
  const generation = await findCurrentGeneration(db);
  if (!generation) throw new Error("Nothing is in force.");
  return generation;
}

/** The lists as they make themselves at the first working moment, and as a manager's page does, without what comes on top: lead ids by user. */
async function made({ db }: TestDatabase, generation: Generation) {
  const lists = new Map<number, number[]>();
  const callers = await listCallers({ day: TEST_DAY }, db);
  const clocks = await db.select({ leadId: slaClocks.leadId }).from(slaClocks);
  await makeDueLists({ now: () => TEST_TIME }, db);
  for (const { userId, capacity, takesUnassigned } of callers) {
    const query = { userId, day: TEST_DAY, timeZone: TEST_ZONE, generation };
    if (!takesUnassigned) await makeCallList({ ...query, takesUnassigned, capacity, at: TEST_TIME }, db);
    const followUps = await listFollowUps(query, db);
    const due = new Set([...followUps, ...clocks].map(({ leadId }) => leadId));
    const entries = await db.select().from(callListEntries).orderBy(callListEntries.leadId);
    const own = entries.filter((entry) => entry.userId === userId && !due.has(entry.leadId));
    lists.set(
      userId,
      own.map(({ leadId }) => leadId),
    );
  }
  const ids = callers.map(({ userId }) => userId);
  const listed = await db.select({ userId: callLists.userId }).from(callLists);
  expect(new Set(listed.map(({ userId }) => userId))).toEqual(new Set(ids));
  await db.delete(callListEntries).where(inArray(callListEntries.userId, ids));
  await db.delete(callLists).where(inArray(callLists.userId, ids));
  return lists;
}

/** The same as an editor makes them, of the leads of its model. */
async function previewed(store: TestDatabase, { generation, modelId, definition, isDraft }: Previewed) {
  const criteria = criteriaOf(definition);
  const set = eventCriteriaOf(criteria);
  const under = { generationId: generation.id };
  const baseId = await askPreview(
    { kind: "now", modelId, under, reach: definition, criteria, newest: [set] },
    store.db,
  );
  if (baseId === null) throw new Error("There is no such model.");
  await measurePreview({ baseId, now: () => TEST_TIME }, store);
  const digests = [...criteria.map(digestOf), newestDigestOf(set)];
  const base = await findPreview({ baseId, digests, parts: [BASE_PARTS.leadIds] }, store.db);
  const calls = await readBaseCalls({ baseId, modelId, generation }, store.db);
  if (!base || !calls) throw new Error("The base was not made.");
  const { size, columns } = base;
  const read = async (packed: Uint8Array<ArrayBuffer> | undefined, length = size) =>
    packed ? unpackColumn(packed, length) : new Int32Array(length);
  const scores = new BaseScores({ size, adjusted: { fit: null, engagement: null } });
  const measured = new Map<string, PreviewColumn>();
  for (const criterion of criteria) {
    const packed = columns.get(digestOf(criterion));
    if (packed) measured.set(measureKey(criterion), await unpackMeasured(packed, size));
  }
  scores.weigh(definition, measured);
  const leadIds = fromSteps(await read(columns.get(BASE_PARTS.leadIds)));
  const newest = fromInstantParts(await read(columns.get(newestDigestOf(set)), size * 2));
  const callers = await listCallers({ day: TEST_DAY }, store.db);
  const pool = isDraft ? await handedOver(calls.pool) : calls.pool;
  const calledBy = callersOfRows({ ...calls, pool, callers, leadIds }, { definition, scores, newest });
  const lists = callers.map(({ userId }, place) => {
    const rows = [...leadIds.keys()].filter((row) => calledBy[row] === place);
    return [userId, rows.map((row) => leadIds[row] ?? 0)] as const;
  });
  return { lists: new Map(lists), leadIds: new Set(leadIds) };

  async function handedOver(pool: CallPool): Promise<CallPool> {
    const rows = handedOverRows(pool, scores);
    const request = routesRequestSchema.parse(routesRequest(rows, leadIds, scores));
    const answer = await readPreviewRoutes({ ...request, generation }, store.db);
    return poolHandedOver(pool, { rows, leadIds, answer });
  }
}

type Previewed = {
  readonly generation: Generation;
  readonly modelId: number;
  readonly definition: Definition;
  /** Whether a publish comes first, which hands over who qualifies. */
  readonly isDraft: boolean;
};

function among(lists: ReadonlyMap<number, number[]>, leadIds: ReadonlySet<number>) {
  return new Map([...lists].map(([userId, list]) => [userId, list.filter((leadId) => leadIds.has(leadId))]));
}

/** Puts the newest versions in force, and hands over who qualifies. */
async function publish(store: TestDatabase): Promise<Generation> {
  await buildGeneration(TEST_PASS, store);
  const generation = await current(store);
  await sweepQualifying({ generation: { id: generation.id, cause: "publish" }, now: () => TEST_TIME }, store.db);
  return generation;
}

it(
  "the lists that an editor makes of its leads are those that are made of them, published and drafted",
  async () => {
    const someLeads = fc.array(someLead, { minLength: 40, maxLength: 60, size: "max" });
    await fc.assert(
      fc.asyncProperty(someLeads, someTeam, async (written, team) => {
        const { store } = await found(written, team);
        try {
          const large = called({ segment: { field: "account.employees", op: "at_least", value: 100 } });
          await addTestVersion(store.db, large);
          const definition = called();
          const { modelId } = await addTestVersion(store.db, definition);
          const generation = await publish(store);
          const published = await previewed(store, { generation, modelId, definition, isDraft: false });
          expect(published.lists).toEqual(among(await made(store, generation), published.leadIds));

          const draft = redrawn(definition);
          const drafted = await previewed(store, { generation, modelId, definition: draft, isDraft: true });
          await addTestVersion(store.db, draft, modelId);
          expect(drafted.lists).toEqual(among(await made(store, await publish(store)), drafted.leadIds));
        } finally {
          await store.drop();
        }
      }),
      RUNS,
    );
  },
  LIMIT_MS,
);

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
  const before = await previewed(store, { generation, modelId, definition: called(), isDraft: false });
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
  const after = await previewed(store, { generation, modelId, definition: called(), isDraft: false });
  expect(after.lists).toEqual(
    new Map([
      [ann, [left]],
      [ben, [claimed]],
    ]),
  );
});
