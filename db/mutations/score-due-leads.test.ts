import { asc, eq } from "drizzle-orm";
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

  it("are told as far as they were reckoned when that is broken off, and the rest by who goes on", async () => {
    await addTestVersion(store().db, testDefinition({ qualifies: { cells: ["A1", "A2", "A3", "A4"] } }));
    await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store());
    await addTestUser(store().db, { role: "manager" });
    const mapping = leadsMapping(EMAIL, { column: "title", to: "field", field: "job_title" });
    const rows = Array.from({ length: 501 }, (_, row) => `lead${row}@b.nl,Director\n`);
    await load(`email,title\n${rows.join("")}`, mapping);
    const stop = new AbortController();
    const later = new Date(TEST_TIME.getTime() + 60_000);
    function stopSoon() {
      stop.abort();
      return TEST_TIME;
    }
    const told = async () =>
      (await store().db.select({ facts: alerts.facts }).from(alerts).orderBy(asc(alerts.id))).map(({ facts }) => facts);
    let calls = 0;
    const now = () => (calls++ > 0 ? stopSoon() : TEST_TIME);
    await expect(scoreDueLeads({ now, signal: stop.signal }, store())).rejects.toThrow();
    expect(await told()).toMatchObject([{ cause: "import", qualified: 500 }]);
    await scoreDueLeads({ now: () => later }, store());
    expect(await told()).toMatchObject([{ qualified: 500 }, { qualified: 1 }]);
  });

  it("wait for the first published model", async () => {
    await load("email\na@b.nl\n", leadsMapping(EMAIL));
    expect(await scoreDueLeads({ now: () => TEST_TIME }, store())).toEqual({ scored: 0, way: "none" });
  });
});
