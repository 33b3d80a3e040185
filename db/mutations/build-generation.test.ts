import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { explainLead } from "#db/queries/explain-lead.ts";
import { leadScores } from "#db/schema/index.ts";
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
import { buildGeneration } from "./build-generation.ts";

const pass = { cause: "publish", day: TEST_DAY, now: () => TEST_TIME } as const;

describe("a pass over all leads", () => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await createTestDatabase();
    await addTestOrganisation(store.db);
  });
  afterAll(() => store.drop());

  it("stores what the pure function gives", async () => {
    await addTestVersion(store.db);
    const director = await addTestLead(store.db, { jobTitle: "Sales Director" });
    await addTestEvent(store.db, director, { type: "demo_requested", at: daysAgo(30) });
    const built = await buildGeneration(pass, store);
    expect(built).toMatchObject({ leads: 1, scored: 1 });
    const [row] = await store.db.select().from(leadScores).where(eq(leadScores.leadId, director));
    const generation = await findCurrentGeneration(store.db);
    if (!generation) throw new Error("No generation");
    const explained = await explainLead({ leadId: director, generation }, store.db);
    expect(row).toMatchObject({ fit: 3000, engagement: 2000, combined: 2500, cell: explained?.breakdown.cell });
    expect(row?.newestEventAt).toEqual(daysAgo(30));
  });
});
