import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { readChecklists, readQualifications } from "#db/queries/qualification.ts";
import { auditLog, modelVersions } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { addTestVersion } from "#db/test/scoring-fixtures.ts";
import { answerQuestion } from "./answer-question.ts";
import { type ChooseChecklist, chooseChecklist } from "./choose-checklist.ts";

const AT = new Date("2026-03-12T09:44:00Z");
const VANS = { key: null, label: { nl: "Hoeveel bussen?", en: "How many vans?" } };
const ERP = { key: null, label: "ERP" };
let database: TestDatabase;
let scores: { generationId: number; versionId: number };
beforeAll(async () => {
  database = await createTestDatabase();
  scores = await foundOrganisation(database.db);
});
afterAll(() => database.drop());

async function start(db: Executor) {
  const userId = await addTestUser(db, { role: "manager" });
  const [version] = await db.select().from(modelVersions).where(eq(modelVersions.id, scores.versionId));
  const modelId = version?.modelId ?? 0;
  const leadId = await addLead(db, { score: { ...scores, fit: 7000, engagement: 6000, cell: "A1" } });
  return { db, userId, modelId, leadId, choose, stored, asked };

  function choose(changes: Partial<ChooseChecklist>) {
    return chooseChecklist({ modelId, framework: "own", own: [VANS], revision: null, userId, at: AT, ...changes }, db);
  }
  async function stored() {
    const checklist = (await readChecklists(db)).get(modelId);
    if (!checklist) throw new Error("The model has no checklist of its own.");
    return checklist;
  }
  async function asked(of = leadId) {
    const qualificationOf = await readQualifications({ leadIds: [of], generationId: scores.generationId }, db);
    return qualificationOf(of).items.map(({ key }) => key);
  }
}
const choosing = (run: (choice: Awaited<ReturnType<typeof start>>) => Promise<void>) =>
  rolledBack(database.db, async (db) => run(await start(db)));

describe("the checklist of a model", () => {
  it("is asked of its leads, and of leads without a score that of the first model", () =>
    choosing(async ({ db, modelId, choose, asked }) => {
      expect(await asked()).toEqual(["budget", "authority", "need", "timeline"]);
      await choose({});
      expect(await asked()).toEqual([`own_${modelId}_1`]);
      expect(await asked(await addLead(db))).toEqual([`own_${modelId}_1`]);
    }));

  it("is that of the lead's own model, not of another", () =>
    choosing(async ({ db, choose, asked }) => {
      const other = await addTestVersion(db);
      await choose({ modelId: other.modelId, framework: "champ", own: [] });
      const score = { ...scores, versionId: other.versionId, fit: 0, engagement: 0, cell: "D4" };
      expect(await asked(await addLead(db, { score }))).toEqual(["challenges", "authority", "budget", "priority"]);
      expect(await asked()).toEqual(["budget", "authority", "need", "timeline"]);
    }));

  it("keeps the answers to a question that is named anew, and gives none to a new one", () =>
    choosing(async ({ db, userId, modelId, leadId, choose, stored }) => {
      await choose({ own: [VANS, ERP] });
      const { own, revision } = await stored();
      const viewer = { userId, role: "manager" } as const;
      const said = { item: `own_${modelId}_2`, answer: "yes", note: "", seenAnswerId: null } as const;
      await answerQuestion({ leadId, viewer, at: AT, ...said }, db);
      const renamed = { key: own[1]?.key ?? null, label: "Bookkeeping" };
      await choose({ own: [{ key: null, label: "New" }, renamed], revision });
      const read = await readQualifications({ leadIds: [leadId], generationId: scores.generationId }, db);
      expect(read(leadId).items).toMatchObject([
        { key: `own_${modelId}_3`, label: "New", answer: "unknown" },
        { key: `own_${modelId}_2`, label: "Bookkeeping", answer: "yes" },
      ]);
    }));

  it("is saved by one at a time, and each save is written down", () =>
    choosing(async ({ db, modelId, choose }) => {
      const own = [{ ...VANS, key: `own_${modelId}_1` }];
      expect(await choose({})).toEqual({ ok: true, value: { revision: 1, own } });
      const late = { ok: false, refusal: { code: "conflict", reason: "checklist_changed" } };
      expect(await choose({ framework: "champ" })).toEqual(late);
      expect(await choose({ own: [{ key: "own_9_1", label: "Of another model" }], revision: 1 })).toEqual(late);
      expect(await choose({ modelId: modelId + 1_000 })).toMatchObject({ ok: false, refusal: { code: "not_found" } });
      const written = await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.subject, `model:${modelId}`));
      expect(written).toMatchObject([{ action: "checklist.chosen", details: { framework: "own", own: [VANS.label] } }]);
    }));
});
