import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import type { StageCause } from "#lib/lifecycle/constants.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";

export type QualifyLeads = {
  readonly leadIds: readonly number[];
  readonly generation: { readonly id: number; readonly timeZone: string };
  readonly at: Date;
  readonly cause: StageCause;
};

/**
 * Hands leads over whose stored score qualifies: from `lead`, or from `recycled` once its day has
 * come, to `marketing_qualified`. Gives the leads moved. The caller holds their locks.
 */
export async function qualifyLeads(
  { leadIds, generation, at, cause }: QualifyLeads,
  executor: Executor,
): Promise<number[]> {
  const today = formatEpochDay(localDay(at.getTime(), generation.timeZone));
  const moved = await executor.execute<{ lead_id: string }>(sql`
    with due as (
      select lead.id, lead.stage, score.fit, score.engagement, score.combined, score.cell, score.version_id
      from leads lead
      join lead_scores score on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generation.id}
      where lead.id = any(${idArray(leadIds)}) and score.qualifies
        and (lead.stage = 'lead' or (lead.stage = 'recycled' and (lead.returns_on is null or lead.returns_on <= ${today}::date)))
    ), moved as (
      update leads set stage = 'marketing_qualified', stage_entered_at = ${at.toISOString()}::timestamptz,
        returns_on = null, updated_at = ${at.toISOString()}::timestamptz
      from due where leads.id = due.id and leads.stage = due.stage
      returning leads.id
    )
    insert into stage_changes (lead_id, at, from_stage, to_stage, cause, fit, engagement, combined, cell, version_id)
    select due.id, ${at.toISOString()}::timestamptz, due.stage, 'marketing_qualified', ${cause},
      due.fit, due.engagement, due.combined, due.cell, due.version_id
    from due join moved on moved.id = due.id
    returning lead_id`);
  return moved.map((row) => Number(row.lead_id));
}
