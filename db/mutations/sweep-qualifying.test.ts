import { asc, desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BulkClient, connectBulk } from "#db/bulk.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { callListEntries, generations, leads, stageChanges } from "#db/schema/index.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
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
import { decodeMessage, LIVE_CHANNEL, type LiveMessage } from "#lib/live/message.ts";
import { buildGeneration } from "./build-generation.ts";
import { makeCallList } from "./make-call-list.ts";

const now = () => TEST_TIME;
let store: TestDatabase;
let listener: BulkClient;
let told: LiveMessage[] = [];
let rep: number;

beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  const plays = Object.fromEntries(
    Object.entries(testDefinition().plays).map(([cell, play]) => [
      cell,
      { ...play, action: "call_today", slaMinutes: 30 },
    ]),
  );
  await addTestVersion(store.db, testDefinition({ plays }));
  rep = await addTestUser(store.db);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
  listener = await connectBulk(store.url);
  listener.on("notification", ({ payload }) => told.push(decodeMessage(payload ?? "")));
  await listener.query(`listen ${LIVE_CHANNEL}`);
});
afterAll(async () => {
  await listener.end();
  await store.drop();
});
beforeEach(async () => {
  await store.db.delete(callListEntries);
  await store.db.delete(leads);
});

async function openList(day: number, at: Date): Promise<number[]> {
  const generation = await findCurrentGeneration(store.db);
  const list = { userId: rep, day, at, timeZone: TEST_ZONE, generation, takesUnassigned: false, capacity: 25 };
  await makeCallList(list, store.db);
  const rows = await store.db
    .select({ leadId: callListEntries.leadId })
    .from(callListEntries)
    .where(eq(callListEntries.day, day))
    .orderBy(asc(callListEntries.leadId));
  return rows.map(({ leadId }) => leadId);
}

async function addQualifying(): Promise<number> {
  const lead = await addTestLead(store.db, { jobTitle: "Director", ownerId: rep });
  await addTestEvent(store.db, lead, { type: "demo_requested", at: TEST_TIME });
  return lead;
}

describe("leads that newly qualify by a pass", () => {
  it.each<[GenerationCause, string]>([
    ["publish", "publish"],
    ["return", "return"],
    ["day", "decay"],
    ["import", "import"],
    ["zone", "zone"],
  ])(
    "of a %s become MQL with that cause, without an alert for any of them, and stand on the next morning's list",
    async (cause, stageCause) => {
      const other = await addQualifying();
      await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
      expect(await openList(TEST_DAY, TEST_TIME)).toEqual([other]);

      const newcomers = [await addQualifying(), await addQualifying()];
      told = [];
      const { generationId, qualified } = await buildGeneration({ cause, day: TEST_DAY, now }, store);
      expect(qualified).toBe(2);
      const changes = await store.db.select().from(stageChanges).orderBy(desc(stageChanges.id)).limit(2);
      expect(changes.map(({ leadId }) => leadId).sort()).toEqual(newcomers);
      for (const change of changes)
        expect(change).toMatchObject({ toStage: "marketing_qualified", cause: stageCause, actorId: null });
      await listener.query("select 1");
      // At the switch and when all that follows from it is done; of no lead.
      expect(told).toEqual([{ generation: generationId }, { generation: generationId }]);
      const [row] = await store.db.select().from(generations).where(eq(generations.id, generationId));
      expect(row?.qualified).toBe(2);

      expect(await openList(TEST_DAY, new Date(TEST_TIME.getTime() + 3_600_000))).toEqual([other]);
      expect(await openList(TEST_DAY + 1, daysAgo(-1))).toEqual([other, ...newcomers]);
    },
  );

  it("are counted once, also when the process was killed while it handed them over", async () => {
    const lead = await addQualifying();
    await store.db.execute(
      sql`alter table stage_changes add constraint killed check (lead_id <> ${sql.raw(String(lead))}) not valid`,
    );
    await expect(buildGeneration({ cause: "publish", day: TEST_DAY, now }, store)).rejects.toThrow();
    await store.db.execute(sql`alter table stage_changes drop constraint killed`);
    const killed = (await findCurrentGeneration(store.db))?.id ?? 0;
    await buildGeneration({ cause: "day", day: TEST_DAY, now }, store);
    const rows = await store.db
      .select({ cause: stageChanges.cause })
      .from(stageChanges)
      .where(eq(stageChanges.leadId, lead));
    expect(rows).toEqual([{ cause: "publish" }]);
    const counts = await store.db.select().from(generations).orderBy(desc(generations.id)).limit(2);
    expect(counts.map(({ id, qualified }) => [id, qualified])).toEqual([
      [killed + 1, 0],
      [killed, 1],
    ]);
  });
});
