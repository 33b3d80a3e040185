import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";

/**
 * Leads whose logged changes of cell do not follow from each other, or do not end where the lead is
 * now. The pass of the generation in force must have told its changes.
 */
export async function findBrokenLogs(db: Database): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with step as (
      select lead_id, cell_before, cell_after,
        row_number() over later as place, lag(cell_after) over later as came_from, lead(n) over later is null as is_last
      from score_changes window later as (partition by lead_id order by generation_id, n)
    )
    select distinct step.lead_id as id from step
    left join organisation on true
    left join lead_scores score
      on score.lead_id = step.lead_id and score.kind = 'lead' and score.generation_id = organisation.current_generation_id
    where step.cell_before is not distinct from step.cell_after
      or (step.place > 1 and step.cell_before is distinct from step.came_from)
      or (step.is_last and step.cell_after is distinct from score.cell)
    order by id`);
  return rows.map(({ id }) => Number(id));
}
