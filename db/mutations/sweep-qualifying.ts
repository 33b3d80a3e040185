import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import type { StageCause } from "#lib/lifecycle/constants.ts";
import { dependsOnStage, openScorer } from "#lib/model/scorer.ts";
import { qualifyLeads } from "./qualify-leads.ts";
import { rescore } from "./score-leads.ts";

const BATCH = 1000;

/**
 * Hands over every lead that qualifies under the generation in force: after a pass, and after one that
 * was killed before it came to this. No alert goes out for a single lead. Gives how many moved.
 */
export async function sweepQualifying(
  { cause, now }: { readonly cause: StageCause; readonly now: () => Date },
  db: Database,
): Promise<number> {
  let total = 0;
  for (let after = 0; ; ) {
    const batch = await db.execute<{ id: string }>(sql`
      select lead.id from leads lead
      join organisation on true
      join lead_scores score on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = organisation.current_generation_id
      where lead.id > ${after} and lead.stage in ('lead', 'recycled') and score.qualifies
      order by lead.id limit ${BATCH}`);
    const leadIds = batch.map((row) => Number(row.id));
    const last = leadIds.at(-1);
    if (last === undefined) return total;
    after = last;
    total += await db.transaction(async (tx) => {
      await lockLeads(leadIds, tx);
      const generation = await findCurrentGeneration(tx);
      if (!generation) return 0;
      const moved = await qualifyLeads({ leadIds, generation, at: now(), cause }, tx);
      if (dependsOnStage(openScorer(generation))) await rescore({ leadIds: moved, generation }, tx);
      return moved.length;
    });
  }
}
