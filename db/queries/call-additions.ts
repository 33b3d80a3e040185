import { type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { callPlaysOf } from "#lib/call-list/plays.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { type CandidateQuery, date, type FoundCandidate, findCandidates, instant } from "./call-candidates.ts";

/** What a list that was made at an instant gets since. */
export type AdditionsQuery = CandidateQuery & {
  readonly since: Date;
  /** Who came in just before that, and was known when it was made. */
  readonly seen: readonly number[];
};

/** A change is known by when it began, and may be there for others to see as much later. */
const LATEST_MS = 5 * 60_000;

/** Own leads that belong on a list since it was made, and do not stand on it yet. */
export async function listAdditions(query: AdditionsQuery, executor: Executor = db): Promise<FoundCandidate[]> {
  const [newcomers, given, promised, clocked] = await Promise.all([
    listNewcomers(query, executor),
    listGiven(query, executor),
    listPromised(query, executor),
    listClocked(query, executor, isNotListed(query)),
  ]);
  const arrived = [...newcomers, ...given].map((lead) => ({ ...lead, isNewcomer: lead.followUp === null }));
  return [...arrived, ...promised, ...clocked];
}

/** Own leads that came in just before a list is made; what comes to light of that time after this is new to it. */
export async function listSeen(
  { userId, at }: { readonly userId: number; readonly at: Date },
  executor: Executor = db,
): Promise<number[]> {
  const since = sql`${instant(at.getTime() - LATEST_MS)}`;
  const rows = await executor.execute<{ id: string }>(sql`
    select lead.id from leads lead
    where lead.owner_id = ${userId} and lead.id in (
      select lead_id from stage_changes where at > ${since} and ${BY_EVENT}
      union all
      select lead_id from owner_changes where at > ${since} and to_user_id = ${userId} and undone_at is null)`);
  return rows.map(({ id }) => Number(id));
}

/** Own leads whose clock runs, whatever their score says by now. */
export function listClocked(
  query: CandidateQuery,
  executor: Executor,
  condition: SQL = sql`true`,
): Promise<FoundCandidate[]> {
  return findCandidates(query, executor, {
    // As many as run now, from an index alone, before any lead is looked at.
    first: sql`with clocked as materialized (
        select lead_id from sla_clocks where stopped_at is null and ended_at is null)`,
    where: sql`lead.id in (select lead_id from clocked) and lead.owner_id = ${query.userId} and ${condition}`,
    order: sql`lead.id`,
  });
}

/** Leads that are nobody's while their clock runs: so many of them may stand among the calls of a list. */
export async function countNobodysClocked(executor: Executor): Promise<number> {
  const [row] = await executor.execute<{ leads: number }>(sql`
    select count(*)::int as leads from sla_clocks clock join leads lead on lead.id = clock.lead_id
    where clock.stopped_at is null and clock.ended_at is null and lead.owner_id is null`);
  return row?.leads ?? 0;
}

/** Leads that an event made qualify since, or before when they waited for somebody to be at work until then. */
function listNewcomers(query: AdditionsQuery, executor: Executor): Promise<FoundCandidate[]> {
  const plays = callPlaysOf(query.generation?.models ?? []).map(({ versionId, cell }) => ({
    version_id: versionId,
    cell,
  }));
  const isSince = isNewTo(query);
  return findCandidates(query, executor, {
    // The few who moved since, from indexes by time, before any of the many who wait.
    first: sql`with play as (
        select * from json_to_recordset(${JSON.stringify(plays)}::json) as play (version_id int, cell text)),
      arrived as materialized (
        select lead_id from stage_changes
        where ${isSince} and ${BY_EVENT}
        union
        select lead_id from owner_changes
        where to_user_id = ${query.userId} and ${isSince} and cause = 'routed' and undone_at is null)`,
    join: sql`join play on play.version_id = score.version_id and play.cell = score.cell`,
    where: sql`lead.id in (select lead_id from arrived) and lead.owner_id = ${query.userId}
        and lead.stage = 'marketing_qualified' and (touch.id is null or touch.at < lead.stage_entered_at)
        and exists (
          select from stage_changes change
          where change.lead_id = lead.id and change.to_stage = 'marketing_qualified' and change.cause = 'event'
            and change.undone_at is null)
        and ${isNotListed(query)}`,
    order: sql`lead.id`,
  });
}

/** Leads that a person gave to the rep since, whatever they score; none that is put off to another day or was worked since. */
function listGiven(query: AdditionsQuery, executor: Executor): Promise<FoundCandidate[]> {
  const { userId, day } = query;
  return findCandidates(query, executor, {
    first: sql`with given as materialized (
        select lead_id, max(at) as at from owner_changes
        where to_user_id = ${userId} and ${isNewTo(query)} and undone_at is null
          and cause in ('given', 'reassigned') group by lead_id)`,
    join: sql`join given on given.lead_id = lead.id`,
    where: sql`lead.owner_id = ${userId} and (touch.id is null or touch.at < given.at)
        and (touch.disposition is distinct from 'snoozed' or touch.snoozed_until <= ${date(day)}) and ${isNotListed(query)}`,
    order: sql`lead.id`,
  });
}

/** Leads that the rep put off to later the same day. */
function listPromised(query: AdditionsQuery, executor: Executor): Promise<FoundCandidate[]> {
  const { userId, day, timeZone } = query;
  return findCandidates(query, executor, {
    first: sql`with promised as materialized (
        select lead_id from touches
        where actor_id = ${userId} and at >= ${instant(startOfDay(day, timeZone))}
          and disposition = 'snoozed' and snoozed_until = ${date(day)} and undone_at is null)`,
    where: sql`lead.id in (select lead_id from promised) and lead.owner_id = ${userId}
        and touch.disposition = 'snoozed' and touch.snoozed_until = ${date(day)} and ${isNotListed(query)}`,
    order: sql`lead.id`,
  });
}

const BY_EVENT = sql`to_stage = 'marketing_qualified' and cause = 'event' and undone_at is null`;

/** That a change came after the list, or was not there to see when it was made. */
function isNewTo({ since, seen }: AdditionsQuery): SQL {
  const earliest = instant(since.getTime() - LATEST_MS);
  return sql`at > ${earliest} and (at > ${instant(since.getTime())} or lead_id <> all(${idArray(seen)}))`;
}

function isNotListed({ userId, day }: AdditionsQuery) {
  return sql`not exists (
          select from call_list_entries entry
          where entry.lead_id = lead.id and entry.user_id = ${userId} and entry.day = ${date(day)})`;
}
