import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leads, slaClocks } from "#db/schema/index.ts";
import type { CalendarTasks, ClockTask, FollowUpTask } from "#lib/calendar/tasks.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { date, mayBeCalled, NEWEST_OUTCOME } from "./call-candidates.ts";

type Query = {
  readonly userId: number;
  /** Epoch day. */
  readonly today: number;
};

/** Longer ago a follow-up stands on the list of every day, and would only fill a calendar. */
const KEPT_DAYS = 14;
/** More no calendar is made for. */
const MOST = 1_000;

/** What a person has to do about leads of their own, and when. */
export async function listCalendarTasks(query: Query, executor: Executor = db): Promise<CalendarTasks> {
  const [followUps, clocks] = await Promise.all([listFollowUps(query, executor), listClocks(query, executor)]);
  return { followUps, clocks };
}

type PutOff = {
  readonly id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly company: string | null;
  readonly touch_id: string;
  readonly day: string;
  readonly minute: number | null;
};

/** Leads whose newest outcome puts them off, as their follow-ups on a list. */
async function listFollowUps({ userId, today }: Query, executor: Executor): Promise<FollowUpTask[]> {
  const first = date(today - KEPT_DAYS);
  const rows = await executor.execute<PutOff>(sql`
    with due as materialized (
      select own.id from leads own join touches snoozed on snoozed.lead_id = own.id
      where own.owner_id = ${userId} and snoozed.disposition = 'snoozed' and snoozed.undone_at is null
        and snoozed.snoozed_until >= ${first})
    select lead.id, lead.first_name, lead.last_name, account.name as company,
      touch.id as touch_id, touch.snoozed_until::text as day, touch.snoozed_minute as minute
    from leads lead
    left join accounts account on account.id = lead.account_id
    join ${NEWEST_OUTCOME} touch on true
    where lead.id in (select id from due) and lead.owner_id = ${userId} and ${mayBeCalled(today)}
      and touch.disposition = 'snoozed' and touch.snoozed_until >= ${first}
    order by touch.snoozed_until, touch.snoozed_minute nulls first, lead.id
    limit ${MOST}`);
  return rows.map((row) => ({
    leadId: Number(row.id),
    // Without the address that stands in for a name elsewhere.
    name: leadName({ firstName: row.first_name, lastName: row.last_name, email: null }),
    company: row.company,
    touchId: Number(row.touch_id),
    day: parseEpochDay(row.day) ?? today,
    minute: row.minute,
  }));
}

async function listClocks({ userId }: Query, executor: Executor): Promise<ClockTask[]> {
  const rows = await executor
    .select({
      leadId: slaClocks.leadId,
      clockId: slaClocks.id,
      dueAt: slaClocks.dueAt,
      firstName: leads.firstName,
      lastName: leads.lastName,
      company: accounts.name,
    })
    .from(slaClocks)
    .innerJoin(leads, eq(leads.id, slaClocks.leadId))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .where(and(isNull(slaClocks.stoppedAt), isNull(slaClocks.endedAt), eq(leads.ownerId, userId), leads.mayCall))
    .orderBy(slaClocks.dueAt, slaClocks.leadId)
    .limit(MOST);
  return rows.map(({ firstName, lastName, dueAt, ...row }) => ({
    ...row,
    dueAt: dueAt.getTime(),
    name: leadName({ firstName, lastName, email: null }),
  }));
}
