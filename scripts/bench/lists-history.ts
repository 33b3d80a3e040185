import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { indexDueLeads } from "#db/mutations/index-due-leads.ts";
import { makeCallList } from "#db/mutations/make-call-list.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listReps } from "#db/queries/reps.ts";
import { localDay } from "#lib/time/local-day.ts";
import { DATASET_ZONE } from "./dataset.ts";

/** The places among a rep's leads up to which every tenth was put off: 20, of which 12 are due by now. */
const PUT_OFF = 200;

/** What sales did: how leads came to their stages, deals won, and a tenth of the owned leads spoken to. */
export async function writeSalesHistory(): Promise<void> {
  await db.execute(sql`
    insert into stage_changes (lead_id, at, from_stage, to_stage, cause, cell, version_id)
    select lead.id, lead.stage_entered_at, 'lead', lead.stage,
      case lead.stage when 'customer' then 'outcome' else 'person' end, score.cell, score.version_id
    from leads lead left join lead_scores score on score.lead_id = lead.id
    where lead.stage <> 'lead'`);
  await db.execute(sql`
    insert into outcomes (lead_id, id, result, at, is_timed, received_at)
    select id, 'deal ' || id, 'won', stage_entered_at, true, stage_entered_at from leads where stage = 'customer'`);
  await db.execute(sql`
    insert into touches (lead_id, at, kind, disposition, snoozed_until, actor_id)
    select id, updated_at + interval '1 hour', 'call', disposition,
      case when disposition = 'snoozed' then current_date + place % 20 - 12 end, owner_id
    from (
      select *, case when place <= ${PUT_OFF} then 'snoozed' else (array['called', 'no_answer', 'accepted'])[1 + place % 3] end as disposition
      from (select *, (row_number() over (partition by owner_id order by id))::int as place from leads where owner_id is not null) owned
      where place % 10 = 0) lead`);
  await db.execute(sql`vacuum analyze`);
}

/** What leads are searched by: the dataset is written past the triggers that would have it made. */
export async function indexAll(): Promise<void> {
  await db.execute(sql`insert into search_due (first_lead_id, last_lead_id) select min(id), max(id) from leads`);
  await indexDueLeads();
}

/** Every rep's list of the day before and of today. Gives the milliseconds of each of today's. */
export async function makeCallLists(at: Date): Promise<number[]> {
  const generation = await findCurrentGeneration();
  const day = localDay(at.getTime(), DATASET_ZONE);
  const took: number[] = [];
  for (const { userId, dailyCapacity: capacity } of await listReps()) {
    const list = { userId, timeZone: DATASET_ZONE, generation, takesUnassigned: true, capacity, at };
    await makeCallList({ ...list, day: day - 1 });
    const start = performance.now();
    await makeCallList({ ...list, day });
    took.push(performance.now() - start);
  }
  return took;
}
