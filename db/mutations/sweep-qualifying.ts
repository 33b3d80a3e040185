import { eq, sql } from "drizzle-orm";
import { type Database, db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { generations, organisation } from "#db/schema/index.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import { dependsOnStage, openScorer } from "#lib/model/scorer.ts";
import { qualifyLeads } from "./qualify-leads.ts";
import { rescore } from "./score-leads.ts";

const BATCH = 1000;

const STAGE_CAUSE_OF: Readonly<Record<GenerationCause, ChangeCause>> = {
  publish: "publish",
  return: "return",
  naming: "naming",
  zone: "zone",
  day: "decay",
  import: "import",
  account: "account",
};

/**
 * Hands over every lead that qualifies under the generation in force, with the cause of that: after a
 * pass, and after one that was killed before it came to this. No alert goes out for a single lead.
 * Gives how many moved.
 */
export async function sweepQualifying({ now }: { readonly now: () => Date }, database: Database = db): Promise<number> {
  const cause = await findCause(database);
  if (cause === null) return 0;
  let total = 0;
  for (let after = 0; ; ) {
    const batch = await database.execute<{ id: string }>(sql`
      select lead.id from leads lead
      join organisation on true
      join lead_scores score on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = organisation.current_generation_id
      where lead.id > ${after} and lead.stage in ('lead', 'recycled') and score.qualifies
      order by lead.id limit ${BATCH}`);
    const leadIds = batch.map((row) => Number(row.id));
    const last = leadIds.at(-1);
    if (last === undefined) return total;
    after = last;
    total += await database.transaction(async (tx) => {
      await lockLeads(leadIds, tx);
      const generation = await findCurrentGeneration(tx);
      if (!generation) return 0;
      const moved = await qualifyLeads({ leadIds, generation, at: now(), cause }, tx);
      if (dependsOnStage(openScorer(generation))) await rescore({ leadIds: moved, generation }, tx);
      return moved.length;
    });
  }
}

async function findCause(executor: Executor): Promise<ChangeCause | null> {
  const [row] = await executor
    .select({ cause: generations.cause })
    .from(organisation)
    .innerJoin(generations, eq(generations.id, organisation.currentGenerationId));
  return row ? STAGE_CAUSE_OF[row.cause] : null;
}
