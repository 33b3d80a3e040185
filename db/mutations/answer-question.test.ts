import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { listAnswerHistory, readQualifications } from "#db/queries/qualification.ts";
import { leads, qualificationAnswers } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { progressOf } from "#lib/qualification/qualification.ts";
import { type AnswerQuestion, answerQuestion } from "./answer-question.ts";

const AT = new Date("2026-03-12T09:44:00Z");
let database: TestDatabase;
let scores: { generationId: number; versionId: number };

beforeAll(async () => {
  database = await createTestDatabase();
  scores = await foundOrganisation(database.db);
});
afterAll(() => database.drop());

async function start(db: Executor) {
  const userId = await addTestUser(db);
  const leadId = await addLead(db, { ownerId: userId, score: { ...scores, fit: 7000, engagement: 6000, cell: "A1" } });
  const { generationId } = scores;
  return { db, userId, leadId, answer, read };

  function answer(changes: Partial<AnswerQuestion> = {}) {
    const viewer = { userId, role: "rep" } as const;
    const said = { item: "budget", answer: "partly", note: "", seenAnswerId: null } as const;
    return answerQuestion({ leadId, viewer, at: AT, ...said, ...changes }, db);
  }
  async function read() {
    return (await readQualifications({ leadIds: [leadId], generationId }, db))(leadId);
  }
}

const conversation = (run: (call: Awaited<ReturnType<typeof start>>) => Promise<void>) =>
  rolledBack(database.db, async (db) => run(await start(db)));

describe("an answer", () => {
  it("stands at its question with its note, and those before it in the history", () =>
    conversation(async ({ db, leadId, answer, read }) => {
      const first = await answer({ note: "After the summer" });
      if (!first.ok) throw new Error("Refused.");
      await answer({ answer: "yes", note: "40,000 set aside", seenAnswerId: first.value.answerId });
      const qualification = await read();
      expect(progressOf(qualification)).toEqual({ total: 4, answered: 1, yes: 1 });
      expect(qualification.items[0]).toMatchObject({ key: "budget", answer: "yes", note: "40,000 set aside" });
      const history = await listAnswerHistory({ leadId }, db);
      expect(history.map(({ answer, note }) => [answer, note])).toEqual([
        ["yes", "40,000 set aside"],
        ["partly", "After the summer"],
      ]);
    }));

  it("given twice is stored once", () =>
    conversation(async ({ db, answer }) => {
      const first = await answer();
      expect(await answer({ seenAnswerId: first.ok ? first.value.answerId : null })).toEqual(first);
      expect(await db.select().from(qualificationAnswers)).toHaveLength(1);
    }));

  it("does not overwrite what a colleague said meanwhile, and does one's own of another tab", () =>
    conversation(async ({ db, answer, read }) => {
      const colleague = { userId: await addTestUser(db), role: "manager" } as const;
      await answer({ viewer: colleague, answer: "no", note: "Told me so" });
      expect(await answer({ answer: "yes" })).toMatchObject({ ok: false, refusal: { reason: "answered_meanwhile" } });
      expect((await read()).items[0]).toMatchObject({ answer: "no", note: "Told me so" });
      await answer({ item: "need" });
      expect(await answer({ item: "need", answer: "yes" })).toMatchObject({ ok: true });
    }));

  it("is refused for the lead of somebody else, and for a question that nobody asks", () =>
    conversation(async ({ db, leadId, answer }) => {
      expect(await answer({ item: "own_9_9" })).toMatchObject({ ok: false, refusal: { reason: "question_gone" } });
      await db
        .update(leads)
        .set({ ownerId: await addTestUser(db) })
        .where(eq(leads.id, leadId));
      expect(await answer()).toMatchObject({ ok: false, refusal: { code: "not_found", reason: "lead_gone" } });
      expect(await db.select().from(qualificationAnswers)).toHaveLength(0);
    }));

  it("changes nothing about the lead", () =>
    conversation(async ({ db, leadId, answer }) => {
      const find = () => db.select().from(leads).where(eq(leads.id, leadId));
      const before = await find();
      await answer({ answer: "yes" });
      expect(await find()).toEqual(before);
    }));
});
