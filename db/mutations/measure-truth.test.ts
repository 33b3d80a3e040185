import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCurrentGeneration, type Generation } from "#db/queries/current-generation.ts";
import { readPastScores } from "#db/queries/past-scores.ts";
import { findTruthReport, isTruthDue } from "#db/queries/truth-report.ts";
import { generations, leads, outcomes, scoreSnapshots, stageChanges, truthReports } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  TEST_DAY,
  TEST_ZONE,
} from "#db/test/scoring-fixtures.ts";
import { startOfMonth } from "#lib/performance/month.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { buildGeneration } from "./build-generation.ts";
import { measureTruth } from "./measure-truth.ts";

let store: TestDatabase;
let generation: Generation;
let versionId: number;
/** A director who asked for a demo, was won and looked at a page afterwards; and one who never did anything. */
let buyer: number;
let idler: number;

/** The first of the month five months ago, and the instant it began. */
const MONTH = startOfMonth(TEST_DAY, 5);
const BEGAN = startOfDay(MONTH, TEST_ZONE);
const HOUR = 3_600_000;
const at = (hours: number) => new Date(BEGAN + hours * HOUR);

beforeAll(async () => {
  store = await createTestDatabase();
  const { db } = store;
  await addTestOrganisation(db);
  ({ versionId } = await addTestVersion(db));
  buyer = await addTestLead(db, { createdAt: at(-100), jobTitle: "Sales Director" });
  idler = await addTestLead(db, { createdAt: at(-100) });
  await addTestEvent(db, buyer, { type: "demo_requested", at: at(-1) });
  // As the month began, and long after: neither may count.
  await addTestEvent(db, buyer, { type: "demo_requested", at: at(0) });
  await addTestEvent(db, buyer, { type: "demo_requested", at: at(24 * 40) });
  const change = { leadId: buyer, cause: "person" as const };
  await db.insert(stageChanges).values([
    { ...change, at: at(-100), fromStage: null, toStage: "lead" },
    { ...change, at: at(24 * 3), fromStage: "lead", toStage: "sales_qualified" },
    { ...change, at: at(24 * 30), fromStage: "sales_qualified", toStage: "customer", cause: "outcome" },
  ]);
  await db
    .update(leads)
    .set({ stage: "customer", stageEnteredAt: at(24 * 30) })
    .where(eq(leads.id, buyer));
  await db.insert(outcomes).values(
    [
      { id: "a", valueMinor: 120_000, currency: "EUR" },
      { id: "b", valueMinor: 30_000, currency: "EUR" },
      { id: "c", valueMinor: 99_000, currency: "USD" },
    ].map((deal) => ({
      leadId: buyer,
      result: "won" as const,
      at: at(24 * 30),
      isTimed: true,
      receivedAt: TEST_TIME,
      ...deal,
    })),
  );
  await buildGeneration(TEST_PASS, store);
  const current = await findCurrentGeneration(db);
  if (!current) throw new Error("Nothing is in force.");
  generation = current;
});
afterAll(() => store.drop());

const read = () => readPastScores({ generation, windowDays: 90, currency: "EUR", most: 1_000 }, store.db);

describe("scores of the past", () => {
  it("know nothing of the day or later, and whether the lead was won within the window", async () => {
    const { kind, rows, days } = await read();
    expect(kind).toBe("dated");
    const month = rows.filter(({ day }) => day === MONTH);
    // 30 for a director and 40 for the demo of the day before, by halves.
    expect(month.find(({ leadId }) => leadId === buyer)).toMatchObject({
      combined: expect.toSatisfy((score: number) => score > 3_400 && score <= 3_500),
      isAbove: true,
      isWon: true,
      isQualified: true,
      wonMinor: 150_000,
      versionId,
    });
    expect(month.find(({ leadId }) => leadId === idler)).toMatchObject({
      isAbove: false,
      isWon: false,
      wonMinor: null,
    });
    expect(days.find(({ day }) => day === MONTH)?.isOver).toBe(true);
    expect(days.at(-1)).toMatchObject({ day: startOfMonth(TEST_DAY, 0), isOver: false });
  });

  it("end with the outcome: who is a customer is looked at no more", async () => {
    const { rows } = await read();
    expect(rows.filter(({ leadId }) => leadId === buyer).map(({ day }) => day)).toEqual([MONTH]);
  });

  it("are those written down on the day, where its own pass took them", async () => {
    const { db } = store;
    const keep = (month: number, combined: number) =>
      db
        .insert(scoreSnapshots)
        .values({ leadId: idler, month, fit: 0, engagement: 0, combined, cell: "A1", versionId });
    const later = startOfMonth(TEST_DAY, 4);
    const taken = {
      status: "retired" as const,
      cause: "day" as const,
      timeZone: TEST_ZONE,
      versionIds: [versionId],
      fieldTypes: {},
      createdAt: TEST_TIME,
    };
    await db.insert(generations).values([
      { ...taken, day: MONTH, snapshotMonth: MONTH },
      // Taken on the second: it may know of the first.
      { ...taken, day: later + 1, snapshotMonth: later },
    ]);
    await keep(MONTH, 6_100);
    await keep(later, 6_200);
    const own = (await read()).rows.filter(({ leadId }) => leadId === idler);
    expect(own.find(({ day }) => day === MONTH)).toMatchObject({ combined: 6_100, cell: "A1", isAbove: true });
    expect(own.find(({ day }) => day === later)?.combined).not.toBe(6_200);
  });
});

describe("the report", () => {
  it("is due until it is there, and there is one", async () => {
    expect(await isTruthDue(store.db)).toBe(true);
    const report = await measureTruth({ now: () => TEST_TIME }, store);
    expect(await isTruthDue(store.db)).toBe(false);
    expect(await findTruthReport(store.db)).toEqual({ madeAt: TEST_TIME, report });
    await measureTruth({ now: () => TEST_TIME }, store);
    expect(await store.db.$count(truthReports)).toBe(1);
  });

  it("of two leads says that it cannot say", async () => {
    const found = await findTruthReport(store.db);
    expect(found?.report).toMatchObject({
      truth: { order: null, value: null, calibration: null },
      models: [{ isEnough: false }],
      answers: { handedOver: 0, reasons: [] },
    });
  });
});
