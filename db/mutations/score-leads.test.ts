import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readTimeline } from "#db/queries/lead-timeline.ts";
import { leadScores, leads, scoreChanges, stageChanges } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import {
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  TEST_DAY,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { addAdjustment } from "./add-adjustment.ts";
import { buildGeneration } from "./build-generation.ts";
import { recordDisposition } from "./record-disposition.ts";
import { recordEvents } from "./record-events.ts";
import { setLeadFields } from "./set-lead-fields.ts";

const now = () => TEST_TIME;
const minutesLater = (minutes: number) => new Date(TEST_TIME.getTime() + 60_000 * minutes);
let store: TestDatabase;
let viewer: Viewer;
let lead: number;

beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  // A lead that sales accepted has no score any more.
  await addTestVersion(store.db, testDefinition({ stages: ["lead", "marketing_qualified"] }));
  viewer = { userId: await addTestUser(store.db, { role: "admin", name: "Noor" }), role: "admin" };
  await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
});
afterAll(() => store.drop());
beforeEach(async () => {
  lead = await addTestLead(store.db);
  await setLeadFields({ leadId: lead, viewer, values: { city: "Delft" }, at: TEST_TIME }, store.db);
});

const send = (type: string, at: Date, count = 1) =>
  recordEvents(
    {
      source: "api",
      at,
      events: Array.from({ length: count }, (_, n) => ({
        leadId: lead,
        type,
        claimed: at.getTime(),
        time: at.toISOString(),
        externalId: `${lead} ${at.toISOString()} ${n}`,
        asset: null,
        properties: null,
      })),
    },
    store.db,
  );

const log = () =>
  store.db.select().from(scoreChanges).where(eq(scoreChanges.leadId, lead)).orderBy(asc(scoreChanges.n));

describe("the log of one lead", () => {
  it("has a row when the cell changes, with both scores, and none when only the score does", async () => {
    await send("demo_requested", minutesLater(1));
    // Engagement 40 is band 2 (from 25); 45 still is.
    await send("page_viewed", minutesLater(2));
    const rows = await log();
    expect(rows.map(({ n, cellBefore, cellAfter, cause }) => [n, cellBefore, cellAfter, cause])).toEqual([
      [1, null, "D4", "field"],
      [2, "D4", "D2", "event"],
    ]);
    const [score] = await store.db.select().from(leadScores).where(eq(leadScores.leadId, lead));
    expect(score).toMatchObject({ engagement: 4500 });
    expect(rows[1]).toMatchObject({
      at: minutesLater(1),
      actorId: null,
      fitBefore: 0,
      engagementBefore: 0,
      combinedBefore: 0,
      fitAfter: 0,
      engagementAfter: 4000,
      combinedAfter: 2000,
      versionBefore: score?.versionId,
      versionAfter: score?.versionId,
    });
  });

  it("names the person who set a field or corrected the score", async () => {
    await setLeadFields({ leadId: lead, viewer, values: { job_title: "Director" }, at: minutesLater(1) }, store.db);
    const correction = {
      axis: "fit",
      centipoints: -1500,
      reason: "Trainee",
      firstDay: TEST_DAY,
      lastDay: null,
    } as const;
    await addAdjustment({ leadId: lead, viewer, at: minutesLater(2), ...correction }, store.db);
    expect((await log()).slice(1)).toMatchObject([
      { cause: "field", actorId: viewer.userId, cellBefore: "D4", cellAfter: "A4" },
      { cause: "person", actorId: viewer.userId, cellBefore: "A4", cellAfter: "C4" },
    ]);
  });

  it("tells one change of a transaction that moves the stage as well, and leaves the stage to its own log", async () => {
    await setLeadFields({ leadId: lead, viewer, values: { job_title: "Director" }, at: minutesLater(1) }, store.db);
    await send("demo_requested", minutesLater(2));
    const outcome = { disposition: "accepted" } as const;
    const work = { leadId: lead, viewer, outcome, note: "", seenTouchId: null, day: TEST_DAY };
    await recordDisposition({ ...work, at: minutesLater(3) }, store.db);
    expect((await log()).slice(2)).toMatchObject([
      { cause: "event", cellBefore: "A4", cellAfter: "A2" },
      { cause: "disposition", cellBefore: "A2", cellAfter: null, combinedAfter: null },
    ]);
    const stages = await store.db
      .select()
      .from(stageChanges)
      .where(eq(stageChanges.leadId, lead))
      .orderBy(asc(stageChanges.id));
    expect(stages.map(({ toStage, cause, cell }) => [toStage, cause, cell])).toEqual([
      ["marketing_qualified", "event", "A2"],
      ["sales_accepted", "disposition", "A2"],
    ]);
  });

  it("is not there when the transaction that changed the facts is not", async () => {
    const before = await log();
    const failing = store.db.transaction(async (tx) => {
      await setLeadFields({ leadId: lead, viewer, values: { job_title: "Director" }, at: minutesLater(1) }, tx);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await log()).toEqual(before);
    const [score] = await store.db.select().from(leadScores).where(eq(leadScores.leadId, lead));
    expect(score?.fit).toBe(0);
  });

  it("begins again when a lead may be scored again", async () => {
    await store.db.update(leads).set({ mayScore: false }).where(eq(leads.id, lead));
    await send("demo_requested", minutesLater(1));
    await store.db.update(leads).set({ mayScore: true }).where(eq(leads.id, lead));
    await send("demo_requested", minutesLater(2));
    expect((await log()).map(({ cellBefore, cellAfter }) => [cellBefore, cellAfter])).toEqual([
      [null, "D4"],
      ["D4", null],
      [null, "D1"],
    ]);
  });

  it("stands in the lead's timeline, among its stages", async () => {
    await send("demo_requested", minutesLater(1));
    const { items } = await readTimeline({ leadId: lead, show: "stages", limit: 9 }, store.db);
    expect(items).toEqual([
      {
        kind: "cell",
        id: "1-2",
        at: minutesLater(1).getTime(),
        before: { cell: "D4", combined: 0 },
        after: { cell: "D2", combined: 2000 },
        cause: "event",
        actor: null,
        newVersion: null,
      },
      {
        kind: "cell",
        id: "1-1",
        at: TEST_TIME.getTime(),
        before: null,
        after: { cell: "D4", combined: 0 },
        cause: "field",
        actor: "Noor",
        newVersion: 1,
      },
    ]);
  });
});
