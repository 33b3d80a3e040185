import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findTruthReport } from "#db/queries/truth-report.ts";
import { outcomes, stageChanges } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import { addTestLead, addTestOrganisation, addTestVersion, daysAgo } from "#db/test/scoring-fixtures.ts";
import { advise } from "#lib/performance/advice/advise.ts";
import { buildGeneration } from "./build-generation.ts";
import { measureTruth } from "./measure-truth.ts";

let store: TestDatabase;
beforeEach(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterEach(() => store.drop());

const NO_FIGURES = {
  waiting: null,
  slowRep: null,
  waits: [],
  sources: { sources: [], base: { made: 0, of: 0, rate: null, low: 0, high: 1 } },
};

/** Thirty leads of half a year ago that all ended alike a month later. */
async function addEnded(stage: "customer" | "lost"): Promise<void> {
  for (let n = 0; n < 30; n++) {
    const leadId = await addTestLead(store.db, { createdAt: daysAgo(190), stage, stageEnteredAt: daysAgo(150) });
    const change = { leadId, cause: "outcome" as const, toStage: stage, at: daysAgo(150) };
    await store.db.insert(stageChanges).values([
      { leadId, cause: "event", toStage: "lead", at: daysAgo(190) },
      { ...change, fromStage: "opportunity" },
    ]);
    const result = stage === "customer" ? ("won" as const) : ("lost" as const);
    await store.db
      .insert(outcomes)
      .values({ leadId, id: "deal", result, at: daysAgo(150), isTimed: true, receivedAt: daysAgo(150) });
  }
}

/** The report under a model, kept and read again. */
async function measure() {
  await addTestVersion(store.db);
  await buildGeneration(TEST_PASS, store);
  const report = await measureTruth({ now: () => TEST_TIME }, store);
  expect((await findTruthReport(store.db))?.report).toEqual(report);
  if (!report) throw new Error("Nothing was measured.");
  return report;
}

describe("a report on odd data has no order, no alarm and no advice", () => {
  it("before the first scores there is none", async () => {
    expect(await measureTruth({ now: () => TEST_TIME }, store)).toBeNull();
    expect(await findTruthReport(store.db)).toBeNull();
  });

  it.each<[string, () => Promise<unknown>, { readonly made: number; readonly of: number }]>([
    ["no lead", async () => {}, { made: 0, of: 0 }],
    ["one lead", () => addTestLead(store.db, { createdAt: daysAgo(200) }), { made: 0, of: 4 }],
    ["all won", () => addEnded("customer"), { made: 30, of: 30 }],
    ["all lost", () => addEnded("lost"), { made: 0, of: 30 }],
    ["a lead from the future", () => addTestLead(store.db, { createdAt: daysAgo(-40) }), { made: 0, of: 0 }],
  ])("%s", async (_, arrange, base) => {
    await arrange();
    const { truth, ...report } = await measure();
    expect(truth.base).toMatchObject(base);
    expect(truth).toMatchObject({ order: null, value: null });
    const { advice, silent } = advise({ report: { truth, ...report }, figures: NO_FIGURES, limit: 0.7 });
    expect(advice).toEqual([]);
    expect(silent).toContain("order_low");
  });
});
