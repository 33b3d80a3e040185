import { and, asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { generations, leadScores, leads, scoreChanges, scoreSnapshots, scoresAtSwitch } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { type BuildGeneration, buildGeneration } from "./build-generation.ts";
import { concludeGeneration } from "./conclude-generation.ts";
import { recordEvents } from "./record-events.ts";

const now = () => TEST_TIME;
const pass: BuildGeneration = { cause: "publish", day: TEST_DAY, now };
const openDatabase = testDatabases();
let store: TestDatabase;
let modelId: number;

beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
  ({ modelId } = await addTestVersion(store.db));
});

/** Leads in several cells: every third is a director, with up to four demo requests. */
async function addLeads(count: number): Promise<number[]> {
  const leadIds: number[] = [];
  for (let n = 0; n < count; n++) {
    const leadId = await addTestLead(store.db, { jobTitle: n % 3 === 0 ? "Director" : "Engineer" });
    leadIds.push(leadId);
    for (let e = 0; e < n % 5; e++)
      await addTestEvent(store.db, leadId, { type: "demo_requested", at: daysAgo(20 * e + n) });
  }
  return leadIds;
}

const publishAnother = (definition: Parameters<typeof testDefinition>[0]) =>
  addTestVersion(store.db, testDefinition(definition), modelId);

function sendDemo(leadId: number, id: string) {
  const event = { leadId, type: "demo_requested", claimed: TEST_TIME.getTime(), time: "now", externalId: id };
  return recordEvents(
    { source: "api", events: [{ ...event, asset: null, properties: null }], at: TEST_TIME },
    store.db,
  );
}

const log = () =>
  store.db
    .select()
    .from(scoreChanges)
    .orderBy(asc(scoreChanges.leadId), asc(scoreChanges.generationId), asc(scoreChanges.n));

async function scoresOf(generationId: number) {
  const rows = await store.db.select().from(leadScores).where(eq(leadScores.generationId, generationId));
  return new Map(rows.map((row) => [row.leadId, row] as const));
}

/** A pass whose process dies right after its switch, before it could write what it changed. */
async function killAfterSwitch(): Promise<void> {
  await store.db.execute(sql`alter table score_changes add constraint killed check (n > 0) not valid`);
  await expect(buildGeneration(pass, store)).rejects.toThrow();
  await store.db.execute(sql`alter table score_changes drop constraint killed`);
}

describe("what a pass changed", () => {
  it("is told of each lead whose cell it changed, with both scores, and of no other", async () => {
    await addLeads(20);
    await buildGeneration(pass, store);
    expect(await log()).toEqual([]);
    const before = await scoresOf(1);
    const { versionId } = await publishAnother({
      axes: { ...testDefinition().axes, fit: { ...testDefinition().axes.fit, thresholds: [10, 20, 31] } },
    });
    await buildGeneration(pass, store);
    const after = await scoresOf(2);
    const expected = [...after.values()]
      .filter((row) => row.cell !== before.get(row.leadId)?.cell)
      .sort((one, other) => one.leadId - other.leadId);
    const rows = await log();
    expect(rows).toHaveLength(7);
    expect(rows.map(({ leadId }) => leadId)).toEqual(expected.map(({ leadId }) => leadId));
    for (const row of rows) {
      const [was, is] = [before.get(row.leadId), after.get(row.leadId)];
      expect(row).toEqual({
        leadId: row.leadId,
        generationId: 2,
        n: 0,
        at: TEST_TIME,
        cause: "publish",
        actorId: null,
        fitBefore: was?.fit,
        engagementBefore: was?.engagement,
        combinedBefore: was?.combined,
        cellBefore: was?.cell,
        versionBefore: was?.versionId,
        fitAfter: is?.fit,
        engagementAfter: is?.engagement,
        combinedAfter: is?.combined,
        cellAfter: is?.cell,
        versionAfter: versionId,
      });
    }
  });

  it("is summed up: how many leads moved from where to where, most first", async () => {
    for (const jobTitle of ["Director", "Director", "Engineer"]) await addTestLead(store.db, { jobTitle });
    await buildGeneration(pass, store);
    const { fit, engagement } = testDefinition().axes;
    await publishAnother({ axes: { fit: { ...fit, thresholds: [10, 20, 31] }, engagement } });
    await buildGeneration(pass, store);
    const rows = await store.db.select().from(generations).orderBy(generations.id);
    expect(rows.map(({ moves }) => moves)).toEqual([null, [{ from: "A4", to: "B4", leads: 2 }]]);
  });

  it("has the cause of the pass: a return, a new day, an import, another zone", async () => {
    const lead = await addTestLead(store.db, { jobTitle: "Director" });
    await buildGeneration(pass, store);
    const causes = ["return", "day", "import", "account", "zone", "naming"] as const;
    for (const [index, cause] of causes.entries()) {
      await store.db.update(leads).set({ jobTitle: index % 2 === 0 ? null : "Director" });
      await buildGeneration({ ...pass, cause }, store);
    }
    expect((await log()).map((row) => [row.leadId, row.cause, row.cellAfter])).toEqual([
      [lead, "return", "D4"],
      [lead, "decay", "A4"],
      [lead, "import", "D4"],
      [lead, "account", "A4"],
      [lead, "zone", "D4"],
      [lead, "naming", "A4"],
    ]);
  });

  it("counts a lead that no longer has a score, and one that has again", async () => {
    const lead = await addTestLead(store.db);
    await buildGeneration(pass, store);
    await store.db.update(leads).set({ mayScore: false });
    await buildGeneration(pass, store);
    await store.db.update(leads).set({ mayScore: true });
    await buildGeneration(pass, store);
    expect(await log()).toMatchObject([
      { leadId: lead, generationId: 2, cellBefore: "D4", cellAfter: null, fitAfter: null, versionAfter: null },
      { leadId: lead, generationId: 3, cellBefore: null, combinedBefore: null, cellAfter: "D4" },
    ]);
  });

  it("is exact when its process was killed right after the switch, whatever happened since", async () => {
    const leadIds = await addLeads(30);
    await buildGeneration(pass, store);
    const before = await scoresOf(1);
    const { engagement, fit } = testDefinition().axes;
    await publishAnother({
      axes: { fit: { ...fit, thresholds: [10, 20, 31] }, engagement: { ...engagement, thresholds: [5, 10, 20] } },
    });
    await killAfterSwitch();
    expect((await findCurrentGeneration(store.db))?.id).toBe(2);
    const atSwitch = await scoresOf(2);
    for (const [index, leadId] of leadIds.entries())
      for (let n = 0; n < index % 4; n++) await sendDemo(leadId, `${leadId} ${n}`);

    await concludeGeneration({ now }, store.db);
    const passRows = (await log()).filter(({ n }) => n === 0);
    const changed = leadIds.filter((id) => before.get(id)?.cell !== atSwitch.get(id)?.cell);
    expect(changed.length).toBeGreaterThan(10);
    expect(passRows.map(({ leadId }) => leadId)).toEqual(changed);
    for (const row of passRows) {
      const [was, is] = [before.get(row.leadId), atSwitch.get(row.leadId)];
      expect([row.fitBefore, row.engagementBefore, row.cellBefore]).toEqual([was?.fit, was?.engagement, was?.cell]);
      expect([row.fitAfter, row.engagementAfter, row.cellAfter]).toEqual([is?.fit, is?.engagement, is?.cell]);
    }
    await expectUnbroken(before);
    expect(await store.db.select().from(scoresAtSwitch)).toEqual([]);
    const rows = (await log()).length;
    await concludeGeneration({ now }, store.db);
    expect(await log()).toHaveLength(rows);
  });

  it("stays whole while events arrive all the time", async () => {
    const leadIds = await addLeads(24);
    await buildGeneration(pass, store);
    const before = await scoresOf(1);
    let isOver = false;
    const writers = [0, 1, 2].map(async (writer) => {
      for (let n = 0; !isOver; n++) await sendDemo(leadIds[(5 * n + writer) % leadIds.length] ?? 0, `${writer} ${n}`);
    });
    for (let n = 1; n <= 5; n++) {
      const { fit, engagement } = testDefinition().axes;
      await publishAnother({
        axes: {
          fit: { ...fit, thresholds: [10, 20, 29 + (n % 2) * 2] },
          engagement: { ...engagement, thresholds: [10 * n, 50 + n, 90] },
        },
      });
      await buildGeneration(pass, store);
    }
    isOver = true;
    await Promise.all(writers);
    expect((await log()).filter(({ n }) => n > 0).length).toBeGreaterThan(5);
    await expectUnbroken(before);
  });

  it("the scores before it are kept until it is written down", async () => {
    await addLeads(3);
    await buildGeneration(pass, store);
    await store.db.update(leads).set({ jobTitle: "Director" });
    await killAfterSwitch();
    const later = () => new Date(TEST_TIME.getTime() + 3_600_000);
    await buildGeneration({ ...pass, now: later }, store);
    expect((await log()).map(({ generationId, cellAfter }) => [generationId, cellAfter?.[0]])).toEqual([
      [2, "A"],
      [2, "A"],
    ]);
  });
});

/** Each change begins where the one before it ended, and the last ends where the lead is now. */
async function expectUnbroken(from: ReadonlyMap<number, { readonly cell: string }>): Promise<void> {
  const current = await scoresOf((await findCurrentGeneration(store.db))?.id ?? 0);
  const cells = new Map([...from].map(([leadId, { cell }]) => [leadId, cell as string | null] as const));
  for (const row of await log()) {
    expect(row.cellBefore, `lead ${row.leadId}, generation ${row.generationId}, ${row.n}`).toBe(
      cells.get(row.leadId) ?? null,
    );
    cells.set(row.leadId, row.cellAfter);
  }
  expect(cells).toEqual(new Map([...current].map(([leadId, { cell }]) => [leadId, cell])));
}

describe("the snapshot of a month", () => {
  const on = (date: string) => parseEpochDay(date) ?? 0;
  const snapshot = () =>
    store.db.select().from(scoreSnapshots).orderBy(asc(scoreSnapshots.month), asc(scoreSnapshots.leadId));

  it("has the score of every open lead at the first pass of the month, once", async () => {
    const open = await addTestLead(store.db, { jobTitle: "Director" });
    await addTestLead(store.db, { stage: "lost" });
    await addTestLead(store.db, { mayScore: false });
    const passOf = (date: string) => buildGeneration({ ...pass, cause: "day", day: on(date) }, store);
    await passOf("2026-03-31");
    await store.db.update(leads).set({ jobTitle: null });
    await passOf("2026-03-31");
    await passOf("2026-04-01");
    await passOf("2026-04-02");
    // A zone further west, or a clock that was put right, brings the month before once more.
    await passOf("2026-03-31");
    const [version] = await store.db.select({ id: leadScores.versionId }).from(leadScores).limit(1);
    expect(await snapshot()).toEqual([
      {
        leadId: open,
        month: on("2026-03-01"),
        fit: 3000,
        engagement: 0,
        combined: 1500,
        cell: "A4",
        versionId: version?.id,
      },
      { leadId: open, month: on("2026-04-01"), fit: 0, engagement: 0, combined: 0, cell: "D4", versionId: version?.id },
    ]);
    const months = await store.db
      .select({ month: generations.snapshotMonth })
      .from(generations)
      .orderBy(generations.id);
    expect(months.map(({ month }) => month)).toEqual([on("2026-03-01"), null, on("2026-04-01"), null, null]);
  });

  it("is that of the switch, also when the process was killed and events came before the next", async () => {
    const lead = await addTestLead(store.db, { jobTitle: "Director" });
    await buildGeneration({ ...pass, day: on("2026-02-28") }, store);
    await store.db.update(leads).set({ jobTitle: null });
    await killAfterSwitch();
    expect(await snapshot()).toHaveLength(1);
    await sendDemo(lead, "later");
    await buildGeneration(pass, store);
    const [row] = await store.db
      .select()
      .from(scoreSnapshots)
      .where(and(eq(scoreSnapshots.leadId, lead), eq(scoreSnapshots.month, on("2026-03-01"))));
    expect(row).toMatchObject({ fit: 0, engagement: 0, cell: "D4" });
    expect(await snapshot()).toHaveLength(2);
  });
});
