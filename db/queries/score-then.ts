import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadScores, organisation } from "#db/schema/index.ts";

/** The columns `scoreThen()` of the schema: what is stored beside a touch, a stage change, an outcome. */
export type ScoreThen = {
  readonly fit: number | null;
  readonly engagement: number | null;
  readonly combined: number | null;
  readonly cell: string | null;
  readonly versionId: number | null;
};

export const NO_SCORE: ScoreThen = { fit: null, engagement: null, combined: null, cell: null, versionId: null };

/** The lead's score as it stands now, null throughout without one. Ask in the transaction that stores it. */
export async function scoreThen({ leadId }: { readonly leadId: number }, executor: Executor = db): Promise<ScoreThen> {
  const [row] = await executor
    .select({
      fit: leadScores.fit,
      engagement: leadScores.engagement,
      combined: leadScores.combined,
      cell: leadScores.cell,
      versionId: leadScores.versionId,
    })
    .from(leadScores)
    .innerJoin(organisation, eq(organisation.currentGenerationId, leadScores.generationId))
    .where(and(eq(leadScores.leadId, leadId), eq(leadScores.kind, "lead")));
  return row ?? NO_SCORE;
}
