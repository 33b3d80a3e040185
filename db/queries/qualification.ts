import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { leadScores, modelChecklists, models, modelVersions, qualificationAnswers, users } from "#db/schema/index.ts";
import { type Checklist, ownItemsSchema, USUAL_CHECKLIST } from "#lib/qualification/checklist.ts";
import { type GivenAnswer, type Qualification, qualify } from "#lib/qualification/qualification.ts";

/** The checklist of a model, and what the next save of it is checked against. */
export type StoredChecklist = Checklist & { readonly revision: number };

/** The checklists that somebody chose, by model. */
export async function readChecklists(executor: Executor = db): Promise<Map<number, StoredChecklist>> {
  const rows = await executor
    .select({
      modelId: modelChecklists.modelId,
      framework: modelChecklists.framework,
      own: modelChecklists.own,
      revision: modelChecklists.revision,
    })
    .from(modelChecklists);
  return new Map(
    rows.map(({ modelId, framework, own, revision }) => [
      modelId,
      { framework, own: ownItemsSchema.parse(own), revision },
    ]),
  );
}

type Query = { readonly leadIds: readonly number[]; readonly generationId: number | null };

/**
 * Gives what each of these leads answered to the checklist of its model (without a score: of the first model). Costs a
 * fixed number of queries.
 */
export async function readQualifications(
  { leadIds, generationId }: Query,
  executor: Executor = db,
): Promise<(leadId: number) => Qualification> {
  const [checklists, modelOf, firstModel, answers] = await Promise.all([
    readChecklists(executor),
    readModels({ leadIds, generationId }, executor),
    findFirstModel(executor),
    listAnswers(leadIds, executor),
  ]);
  return (leadId) => {
    const modelId = modelOf.get(leadId) ?? firstModel;
    const checklist = (modelId === null ? undefined : checklists.get(modelId)) ?? USUAL_CHECKLIST;
    return qualify(checklist, answers.get(leadId) ?? []);
  };
}

async function readModels({ leadIds, generationId }: Query, executor: Executor): Promise<Map<number, number>> {
  if (generationId === null) return new Map();
  const rows = await executor
    .select({ leadId: leadScores.leadId, modelId: modelVersions.modelId })
    .from(leadScores)
    .innerJoin(modelVersions, eq(modelVersions.id, leadScores.versionId))
    .where(
      and(
        inSlice(leadScores.leadId, { leadIds }),
        eq(leadScores.kind, "lead"),
        eq(leadScores.generationId, generationId),
      ),
    );
  return new Map(rows.map(({ leadId, modelId }) => [leadId, modelId]));
}

async function findFirstModel(executor: Executor): Promise<number | null> {
  const [row] = await executor
    .select({ modelId: models.id })
    .from(models)
    .where(and(eq(models.kind, "lead"), isNull(models.retiredAt)))
    .orderBy(models.position)
    .limit(1);
  return row?.modelId ?? null;
}

/** The newest answer to each item. */
async function listAnswers(leadIds: readonly number[], executor: Executor): Promise<Map<number, GivenAnswer[]>> {
  const rows = await selectAnswers(executor)
    .where(
      and(
        inSlice(qualificationAnswers.leadId, { leadIds }),
        sql`not exists (select from ${qualificationAnswers} later where later.lead_id = ${qualificationAnswers.leadId}
          and later.item = ${qualificationAnswers.item} and later.id > ${qualificationAnswers.id})`,
      ),
    )
    .orderBy(qualificationAnswers.id);
  const byLead = new Map<number, GivenAnswer[]>();
  for (const { leadId, at, ...row } of rows) {
    const known = byLead.get(leadId) ?? [];
    byLead.set(leadId, [...known, { ...row, at: at.getTime() }]);
  }
  return byLead;
}

/** All that was ever answered of a lead, newest first. */
export async function listAnswerHistory(
  { leadId }: { readonly leadId: number },
  executor: Executor = db,
): Promise<GivenAnswer[]> {
  const rows = await selectAnswers(executor)
    .where(eq(qualificationAnswers.leadId, leadId))
    .orderBy(desc(qualificationAnswers.id));
  return rows.map(({ leadId: _, at, ...row }) => ({ ...row, at: at.getTime() }));
}

function selectAnswers(executor: Executor) {
  return executor
    .select({
      leadId: qualificationAnswers.leadId,
      answerId: qualificationAnswers.id,
      item: qualificationAnswers.item,
      answer: qualificationAnswers.answer,
      note: qualificationAnswers.note,
      at: qualificationAnswers.at,
      by: users.name,
    })
    .from(qualificationAnswers)
    .leftJoin(users, eq(users.id, qualificationAnswers.actorId));
}
