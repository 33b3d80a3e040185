import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addAdjustment } from "#db/mutations/add-adjustment.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { accounts, leadScores, leads } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { mergeTests } from "#db/test/merge-tests.ts";
import { addTestLead, addTestVersion, daysAgo, TEST_DAY, testDefinition } from "#db/test/scoring-fixtures.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { readMergePreview } from "./merge-preview.ts";

const { store, db, viewer, merge, send, twoRecords } = mergeTests();

const look = (keptId: number, mergedId: number) =>
  readMergePreview({ keptId, mergedId, viewer: viewer(), at: TEST_TIME }, db());

/** What is stored of a lead once two are one. */
async function becomes(keptId: number, mergedId: number) {
  expect(await merge(keptId, mergedId)).toMatchObject({ ok: true });
  const generation = await findCurrentGeneration(db());
  const rows = await db().select().from(leadScores).where(eq(leadScores.leadId, keptId));
  const [lead] = await db().select({ stage: leads.stage }).from(leads).where(eq(leads.id, keptId));
  const row = rows.find(({ generationId }) => generationId === generation?.id);
  const score = row && { fit: row.fit, engagement: row.engagement, combined: row.combined, cell: row.cell };
  return { score: score ?? null, stage: lead?.stage };
}

async function publish(definition: Definition, modelId?: number) {
  await addTestVersion(db(), definition, modelId);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store());
}

describe("the score that a merge is said to give", () => {
  it("is the one that it gives, of two records that have everything", async () => {
    const { kept, merged } = await twoRecords();
    const seen = await look(kept, merged);
    // A title fills in 30; each was corrected by 1. Requests of 40: one of both, and one of each from three days ago.
    expect(seen?.kept.score).toMatchObject({ fit: 100, cell: "D1" });
    expect(seen?.merged.score).toMatchObject({ fit: 3_100, cell: "A1" });
    expect(seen?.result.score).toMatchObject({ fit: 3_200, engagement: 10_000, cell: "A1" });
    expect(await becomes(kept, merged)).toEqual({ score: seen?.result.score, stage: seen?.result.stage });
  });

  it("takes the company of the one that has one, and hands over a lead that is enough by then", async () => {
    const [account] = await db()
      .insert(accounts)
      .values({ name: "Acme", employees: 250, createdAt: TEST_TIME, updatedAt: TEST_TIME })
      .returning({ id: accounts.id });
    const kept = await addTestLead(db());
    await send(kept, "a");
    const merged = await addTestLead(db(), { accountId: account?.id ?? null, createdAt: daysAgo(3) });
    await send(merged, "b");
    const seen = await look(kept, merged);
    // 12.50 for a large company and 80 for two requests: 46.25 of the 30 that hand over.
    expect(seen).toMatchObject({
      kept: { score: { combined: 2_000 }, stage: "lead" },
      merged: { score: { combined: 2_625 } },
      result: { score: { fit: 1_250, engagement: 8_000, combined: 4_625, cell: "C1" }, stage: "marketing_qualified" },
    });
    expect(await becomes(kept, merged)).toEqual({ score: seen?.result.score, stage: seen?.result.stage });
  });

  it("is none where one of them may not be scored", async () => {
    const kept = await addTestLead(db(), { jobTitle: "Director" });
    const merged = await addTestLead(db(), { mayScore: false });
    const correction = { axis: "fit", centipoints: 100, reason: "Met", firstDay: TEST_DAY, lastDay: null } as const;
    await addAdjustment({ leadId: kept, viewer: viewer(), at: TEST_TIME, ...correction }, db());
    const seen = await look(kept, merged);
    expect(seen).toMatchObject({ kept: { score: { fit: 3_100 } }, merged: { score: null }, result: { score: null } });
    expect(await becomes(kept, merged)).toEqual({ score: null, stage: seen?.result.stage });
  });

  it("is that of the stage to which it takes the lead, where the stage decides what counts", async () => {
    const [kept, merged] = [await addTestLead(db()), await addTestLead(db(), { jobTitle: "Director" })];
    await send(kept, "a", daysAgo(2));
    await publish(testDefinition({ eventsFrom: "stage_entered" }), 1);
    const seen = await look(kept, merged);
    expect(seen?.result).toMatchObject({ score: { fit: 3_000, engagement: 0 }, stage: "marketing_qualified" });
    expect(await becomes(kept, merged)).toEqual({ score: seen?.result.score, stage: seen?.result.stage });
  });
});
