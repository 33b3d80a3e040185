import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { SCORE_FIELDS } from "#db/queries/score-columns.ts";
import { leadScores } from "#db/schema/index.ts";

type OfGeneration = { readonly generationId: number };

export type ReadScore = Awaited<ReturnType<typeof select>>[number];

/** Stored scores by lead, behind a given one. */
export function listReadScores(
  { generationId, after, limit }: OfGeneration & { readonly after: number; readonly limit: number },
  executor: Executor = db,
): Promise<ReadScore[]> {
  return select({ generationId, where: gt(leadScores.leadId, after), limit }, executor);
}

/** null: the lead has none. */
export async function findReadScore(
  { generationId, leadId }: OfGeneration & { readonly leadId: number },
  executor: Executor = db,
): Promise<ReadScore | null> {
  const [score] = await select({ generationId, where: eq(leadScores.leadId, leadId), limit: 1 }, executor);
  return score ?? null;
}

type Selecting = OfGeneration & { readonly where: SQL; readonly limit: number };

function select({ generationId, where, limit }: Selecting, executor: Executor) {
  return executor
    .select({ leadId: leadScores.leadId, ...SCORE_FIELDS })
    .from(leadScores)
    .where(and(eq(leadScores.generationId, generationId), eq(leadScores.kind, "lead"), where))
    .orderBy(asc(leadScores.leadId))
    .limit(limit);
}
