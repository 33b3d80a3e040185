import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { connectBulk } from "#db/bulk.ts";
import { partitionName } from "#db/partitions.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { planGeneration } from "#db/queries/generation-plan.ts";
import { generations, passSlices } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
} from "#db/test/scoring-fixtures.ts";
import { fillSlices, helpFill } from "./fill-slices.ts";
import { openGeneration } from "./open-generation.ts";

const LEADS = 30;
const SLICES = 6;
const databases: TestDatabase[] = [];
let store: TestDatabase;

beforeEach(async () => {
  store = await createTestDatabase();
  databases.push(store);
  const { db } = store;
  await addTestOrganisation(db);
  await addTestVersion(db);
  for (let n = 0; n < LEADS; n++) {
    const lead = await addTestLead(db, { jobTitle: n % 3 === 0 ? "Director" : "Engineer", mayScore: n % 10 !== 7 });
    for (let e = 0; e < n % 4; e++)
      await addTestEvent(db, lead, { type: e % 2 === 0 ? "demo_requested" : "page_viewed", at: daysAgo(n + e) });
  }
});
afterAll(async () => {
  for (const database of databases) await database.drop();
});

/** A generation that is being built, its leads cut into slices. */
async function openSliced(): Promise<Generation> {
  const { db } = store;
  const plan = await planGeneration({ day: TEST_DAY }, db);
  if (!plan) throw new Error("There is no organisation.");
  const generation = await openGeneration({ plan, cause: "publish", at: TEST_TIME }, db);
  const each = LEADS / SLICES;
  await db.insert(passSlices).values(
    Array.from({ length: SLICES }, (_, n) => {
      const range = { fromLead: n * each + 1, toLead: (n + 1) * each };
      return { generationId: generation.id, ...range, leads: each };
    }),
  );
  await db.update(generations).set({ leadsTotal: LEADS }).where(eq(generations.id, generation.id));
  return generation;
}

const scoresOf = ({ id }: Generation) =>
  store.db.execute(sql`
    select lead_id, version_id, fit, engagement, combined, cell, qualifies, known_fields, newest_event_at
    from ${sql.identifier(partitionName(id))} order by lead_id`);

it("three workers give the scores that one gives", async () => {
  const alone = await openSliced();
  await fillSlices({ generation: alone, isLeader: true }, store);
  const shared = await openSliced();
  const { id: generationId } = shared;
  await Promise.all([
    fillSlices({ generation: shared, isLeader: true }, store),
    helpFill({ generationId }, store),
    helpFill({ generationId }, store),
  ]);
  const scores = await scoresOf(shared);
  expect(scores).toHaveLength(LEADS - 3);
  expect([...scores]).toEqual([...(await scoresOf(alone))]);
});

it("what a killed worker held is taken by another, nothing of it stored twice", async () => {
  const generation = await openSliced();
  const killed = await connectBulk(store.url);
  await killed.query("begin");
  await killed.query("select from pass_slices where from_lead in (1, 11) for update");
  await killed.query(`
    insert into ${partitionName(generation.id)}
    values (1, 'lead', ${generation.id}, 1, 1, 1, 1, 'D4', false, 0, 0, null)`);
  const filling = fillSlices({ generation, isLeader: true }, store);
  await expect.poll(() => store.db.$count(passSlices, eq(passSlices.isDone, true))).toBe(SLICES - 2);
  await killed.end();
  await filling;
  expect(await store.db.$count(passSlices, eq(passSlices.isDone, true))).toBe(SLICES);
  const leadIds = (await scoresOf(generation)).map((row) => Number(row.lead_id));
  expect(leadIds).toHaveLength(LEADS - 3);
  expect(new Set(leadIds).size).toBe(leadIds.length);
});

it("a helper leaves a pass alone that is over", async () => {
  const generation = await openSliced();
  await store.db.update(generations).set({ status: "failed" }).where(eq(generations.id, generation.id));
  await helpFill({ generationId: generation.id }, store);
  expect(await scoresOf(generation)).toHaveLength(0);
});
