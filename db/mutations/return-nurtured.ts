import { sql } from "drizzle-orm";
import { type Database, db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { lockLeads } from "#db/locks.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listReturning } from "#db/queries/nurture-return.ts";
import { newsOfStage } from "#lib/webhooks/lead-news.ts";
import { notify } from "./notify.ts";
import { type QualifiedLeads, qualifyLeads } from "./qualify-leads.ts";
import { scoreLeads } from "./score-leads.ts";
import { tellEndpoints } from "./tell-endpoints.ts";
import { tellQualified } from "./tell-qualified.ts";

const BATCH = 500;
const NOBODY: QualifiedLeads = { moved: [], moves: [], routed: [] };
const NONE = { returned: 0, qualified: 0 };

export type ReturnNurtured = { readonly now: () => Date; readonly signal?: AbortSignal };

/**
 * Ends the nurture of every lead whose day has come: who qualifies is handed over again, the others
 * are leads as before. No clock starts and no alert goes out for a single one, but one summary for all; endpoints
 * outside hear of each. They stand on the next lists that are made. Gives how many returned.
 */
export async function returnNurtured({ now, signal }: ReturnNurtured, database: Database = db): Promise<number> {
  const since = now();
  for (let [total, qualified] = [0, 0]; ; ) {
    signal?.throwIfAborted();
    const batch = await database.transaction(async (tx) => {
      const at = now();
      const returned = await returnBatch(at, tx);
      if (returned.qualified > 0)
        await tellQualified({ cause: "nurtured", since, qualified: qualified + returned.qualified, at }, tx);
      return returned;
    });
    if (batch.returned === 0) return total;
    total += batch.returned;
    qualified += batch.qualified;
  }
}

async function returnBatch(at: Date, tx: Executor) {
  const found = await listReturning({ at, limit: BATCH }, tx);
  if (found.length === 0) return NONE;
  await lockLeads(found, tx);
  // Somebody may have worked one before it was locked.
  const leadIds = await listReturning({ at, limit: BATCH, among: found }, tx);
  if (leadIds.length === 0) return NONE;
  const generation = await findCurrentGeneration(tx);
  const change = { leadIds, at, cause: "nurtured" } as const;
  const { moved, moves, routed } = generation ? await qualifyLeads({ ...change, generation }, tx) : NOBODY;
  await tellEndpoints(moves.flatMap(newsOfStage), tx);
  if (routed.length > 0) await notify({ leads: routed.map(({ leadId }) => leadId), ownerWas: null }, tx);
  const others = leadIds.filter((leadId) => !moved.includes(leadId));
  await moveToLead({ leadIds: others, at, generationId: generation?.id ?? null }, tx);
  await scoreLeads(change, tx);
  return { returned: leadIds.length, qualified: moved.length };
}

type Returning = { readonly leadIds: readonly number[]; readonly at: Date; readonly generationId: number | null };

async function moveToLead({ leadIds, at, generationId }: Returning, executor: Executor): Promise<void> {
  if (leadIds.length === 0) return;
  const instant = sql`${at.toISOString()}::timestamptz`;
  await executor.execute(sql`
    insert into stage_changes (lead_id, at, from_stage, to_stage, cause, fit, engagement, combined, cell, version_id)
    select lead.id, ${instant}, lead.stage, 'lead', 'nurtured',
      score.fit, score.engagement, score.combined, score.cell, score.version_id
    from leads lead
    left join lead_scores score
      on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generationId}::int
    where lead.id = any(${idArray(leadIds)})`);
  await executor.execute(sql`
    update leads set stage = 'lead', stage_entered_at = ${instant}, returns_on = null, updated_at = ${instant}
    where id = any(${idArray(leadIds)})`);
}
