import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { callPlaysOf } from "#lib/call-list/plays.ts";
import { ALWAYS, type CallPool, NEVER, NOBODYS_TURN, type Rival } from "#lib/preview/call-pool.ts";
import { ONE } from "#lib/scoring/decay.ts";
import { date, isDue, mayBeCalled, NEWEST_OUTCOME } from "./call-candidates.ts";
import type { Generation } from "./current-generation.ts";

type Query = {
  /** Rising. */
  readonly leadIds: Uint32Array;
  /** Whose day it is. */
  readonly generation: Generation;
};

/** Which of some leads may stand on whose call list of the generation's day, whatever they score. */
export async function readCallPool({ leadIds, generation }: Query, executor: Executor): Promise<CallPool> {
  const within = sql`lead.id between ${leadIds[0] ?? 1} and ${leadIds.at(-1) ?? 0}`;
  const callable = executor.execute<{ id: string; owner: string; after: string | null }>(sql`
    select lead.id, case when holder.users > 1 then ${NOBODYS_TURN}::bigint else ${OWNER} end as owner,
      case when touch.disposition <> 'no_answer' and lead.stage_entered_at <= touch.at
        then floor(extract(epoch from touch.at) * 1000) end as after
    from leads lead
    left join ${NEWEST_OUTCOME} touch on true
    ${holders(generation)}
    where ${mayBeCalled(generation.day)} and ${isDue(generation)} and not ${IS_CLOCKED} and ${within}`);
  const waiting = executor.execute<{ id: string }>(sql`
    select lead.id from leads lead
    where (lead.stage = 'lead' or (lead.stage = 'recycled'
      and (lead.returns_on is null or lead.returns_on <= ${date(generation.day)}))) and ${within}`);
  const rowOf = new Map([...leadIds].map((leadId, row) => [leadId, row] as const));
  const owners = new Int32Array(leadIds.length);
  const newsAfter = new Float64Array(leadIds.length).fill(NEVER);
  const toHandOver = new Int32Array(leadIds.length);
  const [mayCall, mayHandOver] = await Promise.all([callable, waiting]);
  for (const { id, owner, after } of mayCall) {
    const row = rowOf.get(Number(id));
    if (row === undefined) continue;
    owners[row] = Number(owner);
    newsAfter[row] = after === null ? ALWAYS : Number(after);
  }
  for (const { id } of mayHandOver) {
    const row = rowOf.get(Number(id));
    if (row !== undefined) toHandOver[row] = ONE;
  }
  return { owners, newsAfter, toHandOver };
}

type RivalsQuery = {
  readonly generation: Generation;
  /** The model whose leads are left out. */
  readonly modelId: number;
  /** How many of each owner's leads may ever be wanted. */
  readonly most: number;
};

/** The first leads of the other models for the lists of the day, as they score. */
export async function listRivals({ generation, modelId, most }: RivalsQuery, executor: Executor): Promise<Rival[]> {
  const others = generation.models.filter((model) => model.modelId !== modelId);
  const plays = callPlaysOf(others).map(({ versionId, ...play }) => ({ version_id: versionId, ...play }));
  if (plays.length === 0) return [];
  const rows = await executor.execute<{
    id: string;
    owner: string;
    priority: number;
    combined: number;
    newest: string | null;
  }>(sql`
    with play as (
      select * from json_to_recordset(${JSON.stringify(plays)}::json) as play (version_id int, cell text, priority int))
    select id, owner, priority, combined, newest from (
      select lead.id, ${OWNER} as owner, play.priority, score.combined,
        extract(epoch from score.newest_event_at) * 1000 as newest,
        row_number() over (partition by ${OWNER}
          order by play.priority, score.combined desc, score.newest_event_at desc nulls last, lead.id) as place
      from leads lead
      join lead_scores score
        on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generation.id}
      join play on play.version_id = score.version_id and play.cell = score.cell
      left join ${NEWEST_OUTCOME} touch on true
      ${holders(generation)}
      where ${mayBeCalled(generation.day)} and ${isDue(generation)} and not ${IS_CLOCKED} and coalesce(holder.users, 1) = 1
        and (touch.id is null or touch.disposition = 'no_answer'
          or greatest(score.newest_event_at, lead.stage_entered_at) > touch.at)) candidate
    where place <= ${most}
    order by id`);
  return rows.map(({ id, owner, priority, combined, newest }) => ({
    leadId: Number(id),
    owner: Number(owner),
    priority,
    combined,
    newestEventAt: newest === null ? null : Number(newest),
  }));
}

/** As `CallPool` has it. */
const OWNER = sql`coalesce(lead.owner_id, -holder.user_id, 0)`;

/** Whose clock runs takes nobody's place among the calls of a list. */
const IS_CLOCKED = sql`exists (
    select from sla_clocks clock where clock.lead_id = lead.id and clock.stopped_at is null and clock.ended_at is null)`;

/** On whose list of the day nobody's lead stands; on two lists nobody gets it. */
function holders({ day }: Pick<Generation, "day">) {
  return sql`left join (
      select lead_id, min(user_id) as user_id, count(distinct user_id) as users
      from call_list_entries where day = ${date(day)} group by lead_id) holder
      on lead.owner_id is null and holder.lead_id = lead.id`;
}
