import { and, count, eq, gte, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadScores, leads, modelVersions, outcomes, stageChanges } from "#db/schema/index.ts";
import type { LeadFilter } from "#lib/leads/filter.ts";
import type { Conversion } from "#lib/matrix/conversion.ts";
import { isOpen, matching } from "./lead-conditions.ts";

/** Scores of one model's version in one generation, of the leads that the filter asks for, whoever owns them. */
export type MatrixQuery = {
  readonly generationId: number;
  readonly versionId: number;
  readonly filter: LeadFilter;
};

/** Leads by cell; a cell without leads is not there. */
export async function countCells(query: MatrixQuery, executor: Executor = db): Promise<Map<string, number>> {
  const rows = await executor
    .select({ cell: leadScores.cell, leads: count() })
    .from(leadScores)
    .innerJoin(leads, eq(leads.id, leadScores.leadId))
    .where(and(ofVersion(query), matching(query.filter)))
    .groupBy(leadScores.cell);
  return new Map(rows.map((row) => [row.cell, row.leads]));
}

/** How many leads that the filter asks for have no score at all. */
export async function countUnscored(
  { generationId, filter }: Omit<MatrixQuery, "versionId">,
  executor: Executor = db,
): Promise<number> {
  const [row] = await executor
    .select({ leads: count() })
    .from(leads)
    .leftJoin(leadScores, and(eq(leadScores.leadId, leads.id), ofGeneration(generationId)))
    .where(and(matching(filter), isNull(leadScores.leadId)));
  return row?.leads ?? 0;
}

/**
 * Conversion by cell, in the outcome window since an instant: of the leads that were open in it, how
 * many were won in it. A lead that was won, lost or disqualified counts in the cell where it then
 * stood (if that was not stored: stands now); an open one where it stands now. The filter's stage
 * does not matter: customers are what is counted.
 */
export async function countConversions(
  query: MatrixQuery & { readonly since: Date },
  executor: Executor = db,
): Promise<Map<string, Conversion>> {
  const won = wonSince(query.since, executor);
  const closed = closedSince(query.since, executor);
  const cell = sql<string>`coalesce(${won.cell}, ${closed.cell}, ${leadScores.cell})`;
  const versionId = sql`coalesce(${won.versionId}, ${closed.versionId}, ${leadScores.versionId})`;
  const rows = await executor
    .select({ cell, population: count(), won: count(won.leadId) })
    .from(leads)
    .leftJoin(leadScores, and(eq(leadScores.leadId, leads.id), ofGeneration(query.generationId)))
    .leftJoin(won, eq(won.leadId, leads.id))
    .leftJoin(closed, eq(closed.leadId, leads.id))
    .where(
      and(
        matching({ ...query.filter, stage: "any" }),
        or(isOpen(), isNotNull(won.leadId), isNotNull(closed.leadId)),
        isNotNull(cell),
        inArray(versionId, versionsOfSameModel(query.versionId, executor)),
      ),
    )
    .groupBy(sql`1`);
  return new Map(rows.map((row) => [row.cell, { population: row.population, won: row.won }]));
}

/** A cell that was stored when a lead was won came from the version then in force. */
function versionsOfSameModel(versionId: number, executor: Executor) {
  const model = executor
    .select({ modelId: modelVersions.modelId })
    .from(modelVersions)
    .where(eq(modelVersions.id, versionId));
  return executor
    .select({ versionId: modelVersions.id })
    .from(modelVersions)
    .where(inArray(modelVersions.modelId, model));
}

/** Leads won since an instant with the cell of the first time; a stage set to customer counts without a deal, too. */
function wonSince(since: Date, executor: Executor) {
  const deals = executor
    .select({ leadId: outcomes.leadId, cell: outcomes.cell, versionId: outcomes.versionId, at: outcomes.at })
    .from(outcomes)
    .where(and(eq(outcomes.result, "won"), gte(outcomes.at, since)));
  const stages = executor
    .select({
      leadId: stageChanges.leadId,
      cell: stageChanges.cell,
      versionId: stageChanges.versionId,
      at: stageChanges.at,
    })
    .from(stageChanges)
    .where(and(eq(stageChanges.toStage, "customer"), gte(stageChanges.at, since), isNull(stageChanges.undoneAt)));
  const both = deals.unionAll(stages).as("wins");
  return executor
    .selectDistinctOn([both.leadId], { leadId: both.leadId, cell: both.cell, versionId: both.versionId })
    .from(both)
    .orderBy(both.leadId, sql`${both.cell} is null`, both.at)
    .as("won");
}

function closedSince(since: Date, executor: Executor) {
  return executor
    .selectDistinctOn([stageChanges.leadId], {
      leadId: stageChanges.leadId,
      cell: stageChanges.cell,
      versionId: stageChanges.versionId,
    })
    .from(stageChanges)
    .where(
      and(
        inArray(stageChanges.toStage, ["lost", "disqualified"]),
        gte(stageChanges.at, since),
        isNull(stageChanges.undoneAt),
      ),
    )
    .orderBy(stageChanges.leadId, sql`${stageChanges.at} desc`)
    .as("closed");
}

/** Where leads stand, as [engagement, fit] in centipoints; each stands for `every` leads. */
export type MatrixSample = { readonly every: number; readonly dots: readonly (readonly [number, number])[] };

/**
 * At most about `most` of the `total` leads: those whose id, scattered by Knuth's multiplicative
 * hash, falls into one of `every` parts. The same leads each time.
 */
export async function sampleLeads(
  { total, most, ...query }: MatrixQuery & { readonly total: number; readonly most: number },
  executor: Executor = db,
): Promise<MatrixSample> {
  const every = Math.max(1, Math.ceil(total / most));
  const rows = await executor
    .select({ engagement: leadScores.engagement, fit: leadScores.fit })
    .from(leadScores)
    .innerJoin(leads, eq(leads.id, leadScores.leadId))
    .where(
      and(
        ofVersion(query),
        matching(query.filter),
        every === 1 ? undefined : sql`(((${leads.id} & 2147483647) * 2654435761 & 4294967295) >> 8) % ${every} = 0`,
      ),
    )
    .orderBy(leads.id);
  return { every, dots: rows.map(({ engagement, fit }) => [engagement, fit] as const) };
}

function ofVersion({ generationId, versionId }: MatrixQuery): SQL | undefined {
  return and(ofGeneration(generationId), eq(leadScores.versionId, versionId));
}

function ofGeneration(generationId: number): SQL | undefined {
  return and(eq(leadScores.kind, "lead"), eq(leadScores.generationId, generationId));
}
