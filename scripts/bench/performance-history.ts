import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

/**
 * Two years of what happened to the leads of the benchmark organisation: each came within them, three in ten
 * left the first stage step by step, with an attempt or more of their owner and deals worth something.
 */
export async function writeTwoYears(): Promise<void> {
  // Written as history, so nobody has to be told of it.
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      update leads set created_at = came.at, created_day = came.at::date, source = nullif(source, 'partner')
      from (
        select id, now() - interval '730 days' * (1 - id::float8 / (select max(id) from leads)) as at from leads
      ) came
      where came.id = leads.id`);
    await tx.execute(sql`
      insert into stage_changes (lead_id, at, from_stage, to_stage, cause)
      select id, created_at, null, 'lead', 'import' from leads`);
    await tx.execute(sql`
      insert into stage_changes (lead_id, at, from_stage, to_stage, cause, cell, version_id)
      select lead.id, lead.created_at + step.place * (2 + lead.id % 20) * interval '1 day', step.from_stage, step.to_stage,
        'merge', score.cell, score.version_id
      from leads lead
      join (values (1, 'lead', 'marketing_qualified'), (2, 'marketing_qualified', 'sales_accepted'),
        (3, 'sales_accepted', 'sales_qualified'), (4, 'sales_qualified', 'opportunity'), (5, 'opportunity', 'customer'))
        as step (place, from_stage, to_stage)
        on step.place <= case lead.stage when 'marketing_qualified' then 1 when 'sales_accepted' then 2
          when 'sales_qualified' then 3 when 'opportunity' then 4 when 'customer' then 5
          when 'recycled' then 1 when 'lost' then 3 when 'disqualified' then 2 else 0 end
      left join lead_scores score on score.lead_id = lead.id
      where lead.created_at + step.place * (2 + lead.id % 20) * interval '1 day' < now()`);
    await tx.execute(sql`
      insert into stage_changes (lead_id, at, from_stage, to_stage, cause)
      select id, least(now(), created_at + 5 * (2 + id % 20) * interval '1 day'), 'sales_accepted', stage, 'merge'
      from leads where stage in ('recycled', 'lost', 'disqualified')`);
    await tx.execute(sql`
      insert into touches (lead_id, at, kind, disposition, actor_id)
      select change.lead_id, change.at + (change.lead_id % 97) * interval '29 minutes' + n * interval '1 day', 'call', 'called', lead.owner_id
      from stage_changes change
      join leads lead on lead.id = change.lead_id
      cross join generate_series(0, 1) n
      where change.to_stage = 'marketing_qualified' and lead.owner_id is not null`);
    await tx.execute(sql`
      insert into outcomes (lead_id, id, result, at, is_timed, value_minor, currency, received_at)
      select lead_id, 'deal ' || lead_id, 'won', at, true, 100000 + lead_id % 500000, case lead_id % 9 when 0 then 'USD' else 'EUR' end, at
      from stage_changes where to_stage = 'customer'`);
  });
  await db.execute(sql`vacuum analyze`);
}
