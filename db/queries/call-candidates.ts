import { type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { ranked, scoreInCell } from "#db/schema/index.ts";
import type { Candidate } from "#lib/call-list/arrange.ts";
import { type CallPlay, callPlaysOf } from "#lib/call-list/plays.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { formatEpochDay, parseEpochDay, startOfDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { inCell } from "./lead-conditions.ts";
import type { ScoreThen } from "./score-then.ts";

/** A lead for a call list, with its score as it stands. */
export type FoundCandidate = ScoreThen & Candidate;

export type CandidateQuery = {
  readonly userId: number;
  readonly day: number;
  readonly timeZone: string;
  /** null before the first scores: then only follow-ups can be found. */
  readonly generation: Generation | null;
};

/** Own leads put off to this day or an earlier one. */
export async function listFollowUps(query: CandidateQuery, executor: Executor = db): Promise<FoundCandidate[]> {
  const { userId, day } = query;
  return findCandidates(query, executor, {
    // Both sides from an index alone, before any lead is looked at.
    first: sql`with due as materialized (
        select own.id from leads own join touches snoozed on snoozed.lead_id = own.id
        where own.owner_id = ${userId} and snoozed.disposition = 'snoozed' and snoozed.undone_at is null
          and snoozed.snoozed_until <= ${date(day)})`,
    where: sql`lead.id in (select id from due) and lead.owner_id = ${userId}
        and touch.disposition = 'snoozed' and touch.snoozed_until <= ${date(day)}`,
    order: sql`lead.id`,
  });
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
): Promise<FoundCandidate[]> {
  const { userId, day, timeZone, takesUnassigned, limit, generation } = query;
  const unassigned = sql`lead.owner_id is null and not exists (
    select from call_list_entries other where other.lead_id = lead.id and other.day = ${date(day)} and other.user_id <> ${userId})`;
  const where = sql`${isDue({ day, timeZone })}
    and (lead.owner_id = ${userId} ${takesUnassigned ? sql`or (${unassigned})` : sql``})
    and (touch.id is null or touch.disposition = 'no_answer'
      or greatest(score.newest_event_at, lead.stage_entered_at) > touch.at)`;
  const plays = Map.groupBy(callPlaysOf(generation?.models ?? []), ({ priority }) => priority);
  const chosen = new Map<number, FoundCandidate>();
  for (const priority of [...plays.keys()].sort((a, b) => a - b)) {
    const left = limit - chosen.size;
    if (left <= 0) break;
    const cells = { plays: plays.get(priority) ?? [], where, limit: left };
    // Scores go on changing: who has just moved from the cells before is on the list already.
    for (const candidate of await listCells(query, cells, executor))
      if (!chosen.has(candidate.leadId)) chosen.set(candidate.leadId, candidate);
  }
  return [...chosen.values()];
}

/** That it is not too early for a call, news or no news: nobody worked the `lead` on this day (its newest outcome is `touch`) or put it off. */
export function isDue({ day, timeZone }: Pick<CandidateQuery, "day" | "timeZone">): SQL {
  return sql`lead.stage <> 'opportunity'
    and (touch.id is null or (touch.at < ${instant(startOfDay(day, timeZone))} and touch.disposition <> 'snoozed'))`;
}

const SCORE = { cell: sql`score.cell`, combined: sql`score.combined`, leadId: sql`score.lead_id` };
const RANK = ranked(scoreInCell(SCORE.cell, SCORE.combined), SCORE.leadId);

type CellsQuery = { readonly plays: readonly CallPlay[]; readonly where: SQL; readonly limit: number };

/**
 * The first of cells whose plays are equally urgent. The order of a cell's index breaks ties by the lead; so it says
 * from which score on there are enough, and all from that score on are put in their own order.
 */
function listCells(
  query: CandidateQuery,
  { plays, where, limit }: CellsQuery,
  executor: Executor,
): Promise<FoundCandidate[]> {
  const each = plays.map((play) => {
    const inPlay = sql`score.version_id = ${play.versionId} and ${inCell(play.cell, SCORE)} and ${where}`;
    const first = select(query, {
      columns: sql`score.combined, ${RANK} as rank`,
      where: inPlay,
      order: sql`rank desc`,
      limit,
    });
    const from = sql`(select ${ranked(scoreInCell(sql`${play.cell}::text`, sql`coalesce(min(combined), 0)`), sql`0`)} from (${first}) enough)`;
    return sql`(${select(query, { where: sql`${inPlay} and ${RANK} >= ${from}`, order: BY_SCORE, limit })})`;
  });
  const all = sql.join(each, sql` union all `);
  return read(
    query,
    executor,
    sql`select * from (${all}) candidate order by combined desc, "newestEventAt" desc nulls last, "leadId" limit ${limit}`,
  );
}

const BY_SCORE = sql`score.combined desc, score.newest_event_at desc nulls last, lead.id`;

export type Selection = {
  readonly first?: SQL;
  /** What is told of each; the candidate, unless told otherwise. */
  readonly columns?: SQL;
  readonly join?: SQL;
  readonly where: SQL;
  readonly order: SQL;
  readonly limit?: number;
};

const CANDIDATE = sql`lead.id as "leadId", lead.owner_id as "ownerId", lead.may_call as "mayCall",
  score.fit, score.engagement, score.combined, score.cell, score.version_id as "versionId",
  extract(epoch from score.newest_event_at)::float8 * 1000 as "newestEventAt",
  case when touch.disposition = 'snoozed' then touch.snoozed_until::text end as "dueOn", touch.snoozed_minute as "dueMinute",
  (select extract(epoch from clock.due_at)::float8 * 1000 from sla_clocks clock
    where clock.lead_id = lead.id and clock.stopped_at is null and clock.ended_at is null) as "clockDueAt"`;

/** The newest outcome that holds of the lead with an id. */
export function newestOutcomeOf(leadId: SQL): SQL {
  return sql`lateral (
      select id, at, disposition, snoozed_until, snoozed_minute from touches
      where lead_id = ${leadId} and disposition is not null and undone_at is null
      order by at desc, id desc limit 1)`;
}

/** The newest outcome of a `lead` that holds. */
export const NEWEST_OUTCOME = newestOutcomeOf(sql`lead.id`);

/** That a `lead` is open and may be called. */
export function mayBeCalled(day: number): SQL {
  const stages = OPEN_STAGES.map((stage) => sql`${stage}`);
  return sql`lead.may_call and lead.stage in (${sql.join(stages, sql`, `)})
      and (lead.stage <> 'recycled' or lead.returns_on is null or lead.returns_on <= ${date(day)})`;
}

/** Selects open leads that may be called, with their score and newest outcome. */
function select(
  { day, generation }: CandidateQuery,
  { first, columns = CANDIDATE, join, where, order, limit }: Selection,
): SQL {
  return sql`
    ${first ?? sql``}
    select ${columns}
    from leads lead
    left join lead_scores score
      on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generation?.id ?? null}::int
    ${join ?? sql``}
    left join ${NEWEST_OUTCOME} touch on true
    where ${mayBeCalled(day)}
      and ${where}
    order by ${order}
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`;
}

/** Open leads that may be called and that a selection names, as candidates for a list of the day. */
export function findCandidates(
  query: CandidateQuery,
  executor: Executor,
  selection: Selection,
): Promise<FoundCandidate[]> {
  return read(query, executor, select(query, selection));
}

type Row = ScoreThen & {
  readonly leadId: string;
  readonly ownerId: string | null;
  readonly mayCall: boolean;
  readonly newestEventAt: number | null;
  readonly dueOn: string | null;
  readonly dueMinute: number | null;
  readonly clockDueAt: number | null;
};

async function read(
  { day, generation }: CandidateQuery,
  executor: Executor,
  statement: SQL,
): Promise<FoundCandidate[]> {
  const rows = await executor.execute<Row>(statement);
  const plays = callPlaysOf(generation?.models ?? []);
  return rows.map(({ leadId, ownerId, dueOn, dueMinute, clockDueAt, ...row }) => {
    const due = dueOn === null ? null : parseEpochDay(dueOn);
    return {
      ...row,
      leadId: Number(leadId),
      ownerId: ownerId === null ? null : Number(ownerId),
      priority: plays.find(({ versionId, cell }) => versionId === row.versionId && cell === row.cell)?.priority ?? null,
      followUp: due !== null && due <= day ? { day: due, minute: dueMinute } : null,
      dueAt: clockDueAt,
      isNewcomer: false,
    };
  });
}

export function date(epochDay: number): SQL {
  return sql`${formatEpochDay(epochDay)}::date`;
}

export function instant(milliseconds: number): SQL {
  return sql`${new Date(milliseconds).toISOString()}::timestamptz`;
}
