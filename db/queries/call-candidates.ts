import { type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { ranked, scoreInCell } from "#db/schema/index.ts";
import { byRank } from "#lib/call-list/order.ts";
import { type CallPlay, callPlaysOf } from "#lib/call-list/plays.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { formatEpochDay, startOfDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { inCell } from "./lead-conditions.ts";
import type { ScoreThen } from "./score-then.ts";

/** A lead for a call list, with its score as it stands. */
export type Candidate = ScoreThen & { readonly leadId: number; readonly newestEventAt: number | null };

export type CandidateQuery = {
  readonly userId: number;
  readonly day: number;
  readonly timeZone: string;
  /** null before the first scores: then only follow-ups can be found. */
  readonly generation: Generation | null;
};

/** Own leads put off to this day or an earlier one: first the longest due, then the longest put off. */
export async function listFollowUps(query: CandidateQuery, executor: Executor = db): Promise<Candidate[]> {
  const { userId, day } = query;
  return candidates(
    query,
    {
      // Both sides from an index alone, before any lead is looked at.
      first: sql`with due as materialized (
        select own.id from leads own join touches snoozed on snoozed.lead_id = own.id
        where own.owner_id = ${userId} and snoozed.disposition = 'snoozed' and snoozed.undone_at is null
          and snoozed.snoozed_until <= ${date(day)})`,
      where: sql`lead.id in (select id from due) and lead.owner_id = ${userId}
        and touch.disposition = 'snoozed' and touch.snoozed_until <= ${date(day)}`,
      order: sql`touch.snoozed_until, touch.at, lead.id`,
    },
    executor,
  );
}

/**
 * Leads in a cell whose play is to call, in the order of a list. Own leads, and unassigned ones that
 * stand on nobody's list of the day; an opportunity has left the list for its deal. Who was spoken
 * to comes back when there is news of them, who did not answer the next day. Cell by cell, the most
 * urgent play first and from the highest score down, until the list is full.
 */
export async function listCalls(
  query: CandidateQuery & { readonly takesUnassigned: boolean; readonly limit: number },
  executor: Executor = db,
): Promise<Candidate[]> {
  const { userId, day, timeZone, takesUnassigned, limit, generation } = query;
  const unassigned = sql`lead.owner_id is null and not exists (
    select from call_list_entries other where other.lead_id = lead.id and other.day = ${date(day)} and other.user_id <> ${userId})`;
  const where = sql`lead.stage <> 'opportunity'
    and (lead.owner_id = ${userId} ${takesUnassigned ? sql`or (${unassigned})` : sql``})
    and (touch.id is null or (touch.at < ${instant(startOfDay(day, timeZone))} and (
      touch.disposition = 'no_answer'
      or (touch.disposition <> 'snoozed' and greatest(score.newest_event_at, lead.stage_entered_at) > touch.at))))`;
  const plays = Map.groupBy(callPlaysOf(generation?.models ?? []), ({ priority }) => priority);
  const chosen: Candidate[] = [];
  for (const priority of [...plays.keys()].sort((a, b) => a - b)) {
    const left = limit - chosen.length;
    if (left <= 0) break;
    const found: Candidate[] = [];
    for (const play of plays.get(priority) ?? [])
      found.push(...(await listCell({ query, play, where, limit: left }, executor)));
    chosen.push(...found.sort(byRank).slice(0, left));
  }
  return chosen;
}

const SCORE = { cell: sql`score.cell`, combined: sql`score.combined`, leadId: sql`score.lead_id` };
const RANK = ranked(scoreInCell(SCORE.cell, SCORE.combined), SCORE.leadId);

type CellQuery = {
  readonly query: CandidateQuery;
  readonly play: CallPlay;
  readonly where: SQL;
  readonly limit: number;
};

/**
 * The first of a cell, and more where they share the last one's score. The order of the index breaks ties
 * by the lead, so who shares that score is asked for apart.
 */
async function listCell({ query, play, where, limit }: CellQuery, executor: Executor): Promise<Candidate[]> {
  const first = await candidates(query, { where: inPlay(), order: sql`${RANK} desc`, limit }, executor);
  const last = first.at(-1)?.combined ?? null;
  if (first.length < limit || last === null) return first;
  const order = sql`score.newest_event_at desc nulls last, lead.id`;
  const alike = await candidates(query, { where: inPlay({ from: last, to: last }), order, limit }, executor);
  return [...first.filter(({ combined }) => combined !== last), ...alike];

  function inPlay(scores?: { readonly from: number; readonly to: number }): SQL {
    return sql`score.version_id = ${play.versionId} and ${inCell(play.cell, scores, SCORE)} and ${where}`;
  }
}

/** Own leads that an event made qualify since the list of the day was made, and that are not on it. */
export async function listNewcomers(
  query: CandidateQuery & { readonly since: Date },
  executor: Executor = db,
): Promise<Candidate[]> {
  const { userId, day, since, generation } = query;
  const plays = callPlaysOf(generation?.models ?? []).map(({ versionId, ...play }) => ({
    version_id: versionId,
    ...play,
  }));
  return candidates(
    query,
    {
      first: sql`with play as (
        select * from json_to_recordset(${JSON.stringify(plays)}::json) as play (version_id int, cell text, priority int))`,
      join: sql`join play on play.version_id = score.version_id and play.cell = score.cell`,
      where: sql`lead.owner_id = ${userId} and lead.stage = 'marketing_qualified'
        and (touch.id is null or touch.at < lead.stage_entered_at)
        and exists (
          select from stage_changes change
          where change.lead_id = lead.id and change.to_stage = 'marketing_qualified' and change.cause = 'event'
            and change.undone_at is null and change.at > ${instant(since.getTime())})
        and not exists (
          select from call_list_entries entry
          where entry.lead_id = lead.id and entry.user_id = ${userId} and entry.day = ${date(day)})`,
      order: sql`play.priority, score.combined desc, lead.id`,
    },
    executor,
  );
}

type Selection = {
  readonly first?: SQL;
  readonly join?: SQL;
  readonly where: SQL;
  readonly order: SQL;
  readonly limit?: number;
};
type Row = Omit<Candidate, "leadId"> & { readonly leadId: string };

/** Open leads that may be called, with their score and newest outcome. */
async function candidates(
  { day, generation }: CandidateQuery,
  { first, join, where, order, limit }: Selection,
  executor: Executor,
): Promise<Candidate[]> {
  const rows = await executor.execute<Row>(sql`
    ${first ?? sql``}
    select lead.id as "leadId", score.fit, score.engagement, score.combined, score.cell, score.version_id as "versionId",
      (extract(epoch from score.newest_event_at) * 1000)::float8 as "newestEventAt"
    from leads lead
    left join lead_scores score
      on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generation?.id ?? null}::int
    ${join ?? sql``}
    left join lateral (
      select id, at, disposition, snoozed_until from touches
      where lead_id = lead.id and disposition is not null and undone_at is null
      order by at desc, id desc limit 1) touch on true
    where lead.may_call and lead.stage in (${sql.join(
      OPEN_STAGES.map((stage) => sql`${stage}`),
      sql`, `,
    )})
      and (lead.stage <> 'recycled' or lead.returns_on is null or lead.returns_on <= ${date(day)})
      and ${where}
    order by ${order}
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`);
  return rows.map(({ leadId, ...score }) => ({ ...score, leadId: Number(leadId) }));
}

function date(epochDay: number): SQL {
  return sql`${formatEpochDay(epochDay)}::date`;
}

function instant(milliseconds: number): SQL {
  return sql`${new Date(milliseconds).toISOString()}::timestamptz`;
}
