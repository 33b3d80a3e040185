import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import type { ScoreThen } from "./score-then.ts";

export type StoredScores = {
  /** By lead id, for every lead asked for; null throughout for one without a score. */
  readonly scores: ReadonlyMap<number, ScoreThen>;
  /** Whether what the generation's pass changed is written down. */
  readonly isLogged: boolean;
};

type Row = ScoreThen & { readonly leadId: string; readonly isLogged: boolean };

/** The scores of some leads as they stand in a generation. */
export async function readStoredScores(
  { leadIds, generationId }: { readonly leadIds: readonly number[]; readonly generationId: number },
  executor: Executor,
): Promise<StoredScores> {
  const rows = await executePrepared<Row>(
    sql`
    select lead.id as "leadId", score.fit, score.engagement, score.combined, score.cell, score.version_id as "versionId",
      (select changes_logged_at is not null from generations where id = ${generationId}) as "isLogged"
    from unnest(${idArray(leadIds)}) as lead (id)
    left join lead_scores score
      on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generationId}`,
    executor,
  );
  const scores = rows.map(({ leadId, isLogged: _, ...score }) => [Number(leadId), score] as const);
  return { scores: new Map(scores), isLogged: rows.every(({ isLogged }) => isLogged) };
}
