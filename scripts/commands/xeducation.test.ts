import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { runVoorrang } from "#db/test/run-voorrang.ts";
import { hasTestFiles, NEEDS_TEST_FILES, testFile } from "#lib/csv/test/files.ts";
import { definitionSchema } from "#lib/scoring/definition.ts";
import model from "../../examples/xeducation/model.json" with { type: "json" };

/** Filled in by sales staff or after the outcome. */
const LEAKS = [
  "tags",
  "lead_quality",
  "lead_profile",
  "last_activity",
  "last_notable_activity",
  "asymmetrique_activity_index",
  "asymmetrique_profile_index",
  "asymmetrique_activity_score",
  "asymmetrique_profile_score",
];

describe("the model of the X Education leads", () => {
  it("asks for nothing that was known only after the outcome", () => {
    const text = JSON.stringify(definitionSchema.parse(model));
    expect(LEAKS.filter((field) => text.includes(`"${field}"`))).toEqual([]);
  });
});

describe.skipIf(!hasTestFiles)(`on the real leads${NEEDS_TEST_FILES}`, () => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await createTestDatabase();
  });
  afterAll(() => store.drop());

  async function json(...args: string[]) {
    const { stdout, stderr } = await runVoorrang(store.url, [...args, "--json"]);
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  }

  it("it ranks who enrolled above 0.80, of all leads and of the newest fifth", async () => {
    const mapping = ["--mapping", "examples/xeducation/leads.json"];
    expect(await json("import", "leads", testFile("xeducation/Leads.csv"), ...mapping)).toMatchObject({
      created: 9240,
      rejected: 0,
    });
    expect(await json("import", "leads", testFile("xeducation/Leads.csv"), ...mapping)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 9240,
    });
    const published = await json("model", "publish", "examples/xeducation/model.json");
    expect(published).toMatchObject({ leads: 9240, scored: 9240 });
    const evaluated = await json("evaluate");
    // Converted is 1 for 3,561 of 9,240; the newest by Lead Number.
    expect(evaluated).toMatchObject({ leads: 9240, hits: 3561, outcome: "won", order: "lead_number" });
    expect(evaluated.auc).toBeGreaterThan(0.86);
    expect(evaluated.newest.auc).toBeGreaterThan(0.89);
    expect(evaluated.newest.leads).toBe(1848);
    const { stdout } = await runVoorrang(store.url, ["export", "scores", "--format", "csv"]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(9241);
  });
});
