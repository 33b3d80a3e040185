import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nameEventTypes } from "#db/mutations/name-event-parts.ts";
import { leadIdentities } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { runVoorrang } from "#db/test/run-voorrang.ts";
import { addTestLead, addTestOrganisation, testDefinition } from "#db/test/scoring-fixtures.ts";

let store: TestDatabase;
let folder: string;
let leadId: number;
beforeAll(async () => {
  store = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "voorrang-cli-"));
  await addTestOrganisation(store.db);
  const keys = ["demo_requested", "page_viewed", "video_played"];
  await nameEventTypes({ keys, at: TEST_TIME }, store.db);
  leadId = await addTestLead(store.db, { jobTitle: "Director", email: "=cmd@example.com", stage: "customer" });
  await store.db.insert(leadIdentities).values({ kind: "external:crm", value: "C-7", leadId });
  await addTestLead(store.db, { jobTitle: "Engineer" });
  await addTestLead(store.db, { jobTitle: "Engineer", mayScore: false });
});
afterAll(async () => {
  await store.drop();
  await rm(folder, { recursive: true });
});

const voorrang = (...args: string[]) => runVoorrang(store.url, args);
async function json(...args: string[]) {
  const { stdout, code, stderr } = await voorrang(...args, "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}
async function modelFile(name: string, definition: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof definition === "string" ? definition : JSON.stringify(definition));
  return path;
}

// Each command is a process of its own, which takes a second or two to load on a busy machine.
describe("the command line", () => {
  it("fails with a sentence and exit code 1, or with one JSON object", async () => {
    const refusals = [
      [["fly"], "There is no command fly"],
      [["score"], "No model has been published yet."],
      [["explain", "7"], "There are no scores yet: publish a model first."],
      [["explain"], "Say which lead: explain LEAD."],
      [["evaluate", "--colour", "red"], "Unknown option '--colour'"],
      [["model", "publish", join(folder, "none.json")], "cannot be read."],
      [["model", "publish", await modelFile("text.json", "{")], "is not JSON."],
    ] as const;
    for (const [args, sentence] of refusals) {
      const plain = await voorrang(...args);
      expect(plain).toMatchObject({ code: 1, stdout: "" });
      expect(plain.stderr).toContain(sentence);
      const asJson = await voorrang(...args, "--json");
      expect(asJson).toMatchObject({ code: 1, stderr: "" });
      expect(JSON.parse(asJson.stdout).error).toContain(sentence);
    }
  });

  it("says all that is wrong with a model, and where", async () => {
    const wrong = { ...testDefinition(), mix: { fit: 50, engagement: 10 }, qualifies: { cells: ["Z9"] } };
    const { code, stderr } = await voorrang("model", "publish", await modelFile("wrong.json", wrong));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^.*wrong\.json cannot be published\.\n(.+: .+\n)+$/);
    expect(stderr).toContain("qualifies");
  });

  it("publishes, scores, explains, evaluates and exports", async () => {
    const file = await modelFile("model.json", testDefinition());
    expect(await json("model", "publish", file)).toMatchObject({ number: 1, isNew: true, leads: 3, scored: 2 });
    expect(await json("model", "publish", file)).toMatchObject({ number: 1, isNew: false, scored: 2 });
    expect(await json("score")).toMatchObject({ leads: 3, scored: 2 });

    const explained = await json("explain", "C-7");
    expect(explained).toMatchObject({ leadId, version: 1, fit: 3000, cell: "A4" });
    const text = (await voorrang("explain", String(leadId))).stdout;
    expect(text).toMatch(/30\.00 {2}Director\n\s+job_title: Director/);
    expect((await voorrang("explain", "C-7", "--day", "yesterday")).stderr).toContain("yesterday is not a day");

    // The customer stands above the other: one pair of one.
    const evaluated = await json("evaluate");
    expect(evaluated).toMatchObject({ auc: 1, leads: 2, hits: 1, baseRate: 0.5, outcome: "won" });
    expect(evaluated.warnings).toHaveLength(1);

    const csv = (await voorrang("export", "scores")).stdout.split("\n");
    expect(csv[0]).toBe("lead_id,email,external_id,fit,engagement,combined,cell,day");
    expect(csv[1]).toMatch(
      new RegExp(`^${leadId},'=cmd@example\\.com,C-7,30\\.00,0\\.00,15\\.00,A4,\\d{4}-\\d\\d-\\d\\d$`),
    );
    expect(csv).toHaveLength(4);
    expect((await json("export", "scores")).scores).toHaveLength(2);
    expect((await json("export", "leads")).leads).toHaveLength(3);
    expect((await voorrang("export", "scores", "--format", "xml")).stderr).toContain("There is no format xml");
  });

  it("verifies the stored scores, and fails while one is not what the facts give", async () => {
    const counts = { leads: 3, differences: 0, missing: 0, surplus: 0, due: 0 };
    expect(await json("verify")).toMatchObject(counts);
    await store.db.execute(sql`update lead_scores set combined = combined + 100 where lead_id = ${leadId}`);
    const wrong = await voorrang("verify", "--json");
    expect(wrong).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(wrong.stdout)).toMatchObject({ ...counts, differences: 1 });
    const text = await voorrang("verify");
    expect(text.code).toBe(1);
    expect(text.stdout).toContain(`Lead ${leadId}, difference: stored 16.00 A4, computed 15.00 A4`);
    await json("score");
    expect(await json("verify")).toMatchObject(counts);
  });
});
