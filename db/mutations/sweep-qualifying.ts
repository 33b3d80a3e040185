import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { generations } from "#db/schema/index.ts";
import { dependsOnStage, openScorer } from "#lib/model/scorer.ts";
import { CAUSE_OF_PASS, type UnloggedGeneration } from "./log-pass-changes.ts";
import { logScoreChanges } from "./log-score-changes.ts";
import { qualifyLeads } from "./qualify-leads.ts";
import { rescore } from "./score-leads.ts";

const BATCH = 1000;

export type SweepQualifying = {
  /** The one in force. */
  readonly generation: Pick<UnloggedGeneration, "id" | "cause">;
  readonly now: () => Date;
};

/**
 * Hands over every lead that qualifies under the generation in force, with the cause of its pass, and routes
 * it. No alert goes out for a single lead: they stand on the next lists that are made. Gives how many moved.
 */
export async function sweepQualifying(
  { generation: { id, cause }, now }: SweepQualifying,
  database: Database,
): Promise<number> {
  let total = 0;
  for (let after = 0; ; ) {
    const batch = await database.execute<{ id: string }>(sql`
      select lead.id from leads lead
      join lead_scores score on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${id}
      where lead.id > ${after} and lead.stage in ('lead', 'recycled') and score.qualifies
      order by lead.id limit ${BATCH}`);
    const leadIds = batch.map((row) => Number(row.id));
    const last = leadIds.at(-1);
    if (last === undefined) return total;
    after = last;
    total += await database.transaction(async (tx) => {
      await lockLeads(leadIds, tx);
      const generation = await findCurrentGeneration(tx);
      if (generation?.id !== id) return 0;
      const at = now();
      const { moved } = await qualifyLeads({ leadIds, generation, at, cause: CAUSE_OF_PASS[cause] }, tx);
      if (moved.length === 0) return 0;
      if (dependsOnStage(openScorer(generation))) {
        const change = { leadIds: moved, generationId: id, at, cause: CAUSE_OF_PASS[cause], actorId: null };
        await logScoreChanges(change, () => rescore({ leadIds: moved, generation }, tx), tx);
      }
      await tx
        .update(generations)
        .set({ qualified: sql`${generations.qualified} + ${moved.length}` })
        .where(eq(generations.id, id));
      return moved.length;
    });
  }
}
