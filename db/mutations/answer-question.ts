import { and, desc, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { readChecklists } from "#db/queries/qualification.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { leads, qualificationAnswers } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { type Answer, isKnownItem } from "#lib/qualification/frameworks.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";

export type AnswerQuestion = {
  readonly leadId: number;
  readonly viewer: Viewer;
  readonly item: string;
  readonly answer: Answer;
  readonly note: string;
  /** The newest answer to this item that the person saw; null for none. A newer one by somebody else is a conflict. */
  readonly seenAnswerId: number | null;
  readonly at: Date;
};

/**
 * Writes down what a lead answered to one item of its checklist; the answers before it stay. It touches no score.
 * Gives the answer that holds now.
 */
export async function answerQuestion(
  input: AnswerQuestion,
  executor: Executor = db,
): Promise<Result<{ readonly answerId: number }>> {
  const { leadId, viewer, item, answer, note, seenAnswerId, at } = input;
  return executor.transaction(async (tx) => {
    await lockLeads([leadId], tx);
    const [lead] = await tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    if (!(await isAsked(item, tx))) return refuse("conflict", { reason: "question_gone" });
    const newest = await findNewest(input, tx);
    if (newest && newest.id !== seenAnswerId && newest.actorId !== viewer.userId)
      return refuse("conflict", { reason: "answered_meanwhile" });
    if (newest?.answer === answer && newest.note === note) return ok({ answerId: newest.id });
    const [row] = await tx
      .insert(qualificationAnswers)
      .values({ leadId, item, answer, note, at, actorId: viewer.userId })
      .returning({ id: qualificationAnswers.id });
    if (!row) throw new Error("The answer was not stored.");
    await notify({ leads: [leadId] }, tx);
    return ok({ answerId: row.id });
  });
}

/** Whether some checklist has the item: a lead may have come to another model while its page was open. */
async function isAsked(item: string, executor: Executor): Promise<boolean> {
  if (isKnownItem(item)) return true;
  const checklists = await readChecklists(executor);
  return [...checklists.values()].some(({ own }) => own.some(({ key }) => key === item));
}

async function findNewest({ leadId, item }: AnswerQuestion, executor: Executor) {
  const [row] = await executor
    .select({
      id: qualificationAnswers.id,
      answer: qualificationAnswers.answer,
      note: qualificationAnswers.note,
      actorId: qualificationAnswers.actorId,
    })
    .from(qualificationAnswers)
    .where(and(eq(qualificationAnswers.leadId, leadId), eq(qualificationAnswers.item, item)))
    .orderBy(desc(qualificationAnswers.id))
    .limit(1);
  return row ?? null;
}
