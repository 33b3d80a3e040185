import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import type { TeamDay } from "#lib/call-list/team-day.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";
import { openingsOf } from "#lib/working-time/working-time.ts";
import { listAtWork } from "./attendance.ts";
import { date, instant, newestOutcomeOf } from "./call-candidates.ts";
import { countWaitingLeads } from "./waiting-leads.ts";
import { findWorkingTime } from "./working-time.ts";

/** How far each rep is at an instant, as their own pages count it, and what waits for nobody. */
export async function readTeamDay({ at }: { readonly at: Date }, executor: Executor = db): Promise<TeamDay> {
  const workingTime = await findWorkingTime(executor);
  const day = localDay(at.getTime(), workingTime.timeZone);
  const [atWork, rows, waiting] = await Promise.all([
    listAtWork({ day }, executor),
    listReps({ day, dayStart: startOfDay(day, workingTime.timeZone), at }, executor),
    countWaitingLeads(executor),
  ]);
  const reps = rows
    .map((row) => ({
      userId: Number(row.id),
      name: row.name,
      done: row.done,
      left: row.left,
      lastAt: row.last_at,
      lateClocks: row.late,
    }))
    .filter(({ userId, done, left }) => atWork.includes(userId) || done + left > 0);
  return { reps, openings: openingsOf(day, workingTime), waiting };
}

type Row = {
  readonly id: string;
  readonly name: string;
  readonly done: number;
  readonly left: number;
  readonly last_at: number | null;
  readonly late: number;
};

type Query = { readonly day: number; readonly dayStart: number; readonly at: Date };

/** Done is who has an outcome of the day that did not put them off to later that day, while no clock runs, erased since or not; who left the list without is not left to do. */
function listReps({ day, dayStart, at }: Query, executor: Executor) {
  const stages = sql.join(
    OPEN_STAGES.map((stage) => sql`${stage}`),
    sql`, `,
  );
  const running = sql`clock.stopped_at is null and clock.ended_at is null`;
  return executor.execute<Row>(sql`
    with listed as (
      select entry.user_id, touch.at,
        coalesce(touch.at >= ${instant(dayStart)}
          and not (touch.disposition = 'snoozed' and touch.snoozed_until <= ${date(day)})
          and not exists (select from sla_clocks clock where clock.lead_id = entry.lead_id and ${running}), false) as is_done,
        lead.id is not null and coalesce(lead.owner_id = entry.user_id, true)
          and lead.may_call and lead.stage in (${stages}) as is_there
      from call_list_entries entry
      left join leads lead on lead.id = entry.lead_id
      left join ${newestOutcomeOf(sql`entry.lead_id`)} touch on true
      where entry.day = ${date(day)})
    select rep.id, rep.name,
      (count(*) filter (where listed.is_done))::int as done,
      (count(*) filter (where not listed.is_done and listed.is_there))::int as left,
      extract(epoch from max(listed.at) filter (where listed.at >= ${instant(dayStart)}))::float8 * 1000 as last_at,
      (select count(*)::int from sla_clocks clock join leads lead on lead.id = clock.lead_id
        where lead.owner_id = rep.id and ${running} and clock.due_at < ${instant(at.getTime())}) as late
    from users rep
    left join listed on listed.user_id = rep.id
    where rep.role = 'rep' and rep.disabled_at is null
    group by rep.id
    order by lower(rep.name), rep.id`);
}
