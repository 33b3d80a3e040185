import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { alerts, stageChanges } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestVersion, TEST_DAY, testDefinition } from "#db/test/scoring-fixtures.ts";
import { EMAIL, leadsMapping, prepareImports } from "#db/test/test-imports.ts";
import { buildGeneration } from "./build-generation.ts";
import { scoreDueLeads } from "./score-due-leads.ts";

const { store, load, listLeads } = prepareImports();

describe("the scores of leads that an import brought", () => {
  it("follow at once, and newcomers that qualify are handed over with the import as the cause", async () => {
    await addTestVersion(store().db, testDefinition({ qualifies: { cells: ["A1", "A2", "A3", "A4"] } }));
    await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store());
    const manager = await addTestUser(store().db, { role: "manager" });
    const mapping = leadsMapping(EMAIL, { column: "title", to: "field", field: "job_title" });
    await load("email,title\na@b.nl,Director\nb@b.nl,Clerk\n", mapping);
    expect(await scoreDueLeads({ now: () => TEST_TIME }, store())).toEqual({ scored: 2, way: "due" });
    expect(await expectExactScores(store().db)).toBe(2);
    expect((await listLeads()).map(({ stage }) => stage)).toEqual(["marketing_qualified", "lead"]);
    expect(
      await store().db.select().from(stageChanges).where(eq(stageChanges.toStage, "marketing_qualified")),
    ).toMatchObject([{ cause: "import" }]);
    // One summary, and no alert for any of them.
    expect(await store().db.select().from(alerts)).toMatchObject([
      { userId: manager, kind: "mass_effect", leadId: null, facts: { cause: "import", qualified: 1 } },
    ]);
  });

  it("wait for the first published model", async () => {
    await load("email\na@b.nl\n", leadsMapping(EMAIL));
    expect(await scoreDueLeads({ now: () => TEST_TIME }, store())).toEqual({ scored: 0, way: "none" });
  });
});
