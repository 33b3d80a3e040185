import { and, asc, eq, isNull, lt, max, or, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, callListEntries, callLists, leadScores, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { type Departure, departureOf } from "#lib/call-list/departure.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { visibleLeads } from "./visible-leads.ts";

export type CallListQuery = {
  readonly userId: number;
  readonly day: number;
  /** Who reads it: the rep, or somebody who sees all. */
  readonly viewer: Viewer;
};

/** The rows of a list in its order: leads that still are the rep's (or nobody's) and may be called. */
export async function listCallEntries({ userId, day, viewer }: CallListQuery, executor: Executor = db) {
  return executor
    .select({
      leadId: leads.id,
      shownAt: callListEntries.shownAt,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      jobTitle: leads.jobTitle,
      phone: leads.phone,
      country: leads.country,
      accountCountry: accounts.country,
      mayEmail: leads.mayEmail,
      city: sql<string | null>`coalesce(${leads.city}, ${accounts.city})`,
      stage: leads.stage,
      ownerId: leads.ownerId,
      company: accounts.name,
      employees: accounts.employees,
    })
    .from(callListEntries)
    .innerJoin(leads, eq(leads.id, callListEntries.leadId))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .where(
      and(
        eq(callListEntries.userId, userId),
        eq(callListEntries.day, day),
        eq(leads.mayCall, true),
        ownOrNobodys(userId),
        visibleLeads(viewer),
      ),
    )
    .orderBy(asc(callListEntries.rank), asc(callListEntries.leadId));
}

/** When the list was made; null before that. */
export async function findListMadeAt(
  { userId, day }: Pick<CallListQuery, "userId" | "day">,
  executor: Executor = db,
): Promise<number | null> {
  const [list] = await executor
    .select({ madeAt: callLists.madeAt })
    .from(callLists)
    .where(and(eq(callLists.userId, userId), eq(callLists.day, day)));
  return list?.madeAt.getTime() ?? null;
}

/** The day of the rep's list before this one; null when it is the first. */
export async function findPreviousListDay(
  { userId, day }: { readonly userId: number; readonly day: number },
  executor: Executor = db,
): Promise<number | null> {
  const [row] = await executor
    .select({ day: max(callListEntries.day) })
    .from(callListEntries)
    .where(and(eq(callListEntries.userId, userId), lt(callListEntries.day, day)));
  return row?.day ?? null;
}

type DeparturesQuery = CallListQuery & { readonly previousDay: number; readonly generationId: number | null };

/** Leads of the list before that are not on this one for a reason of their own, in its order. */
export async function listDepartures(query: DeparturesQuery, executor: Executor = db): Promise<Departure[]> {
  const { userId, day, previousDay, viewer, generationId } = query;
  const rows = await executor
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      mayCall: leads.mayCall,
      mayScore: leads.mayScore,
      stage: leads.stage,
      cellThen: callListEntries.cell,
      cell: leadScores.cell,
    })
    .from(callListEntries)
    .innerJoin(leads, eq(leads.id, callListEntries.leadId))
    .leftJoin(
      leadScores,
      and(
        eq(leadScores.leadId, leads.id),
        eq(leadScores.kind, "lead"),
        sql`${leadScores.generationId} = ${generationId}::int`,
      ),
    )
    .where(
      and(
        eq(callListEntries.userId, userId),
        eq(callListEntries.day, previousDay),
        ownOrNobodys(userId),
        visibleLeads(viewer),
        sql`not exists (select from call_list_entries present
          where present.lead_id = ${leads.id} and present.user_id = ${userId} and present.day = ${formatEpochDay(day)}::date)`,
      ),
    )
    .orderBy(asc(callListEntries.rank), asc(callListEntries.leadId));
  return rows.flatMap((row) => departureOf({ ...row, name: leadName(row) }) ?? []);
}

function ownOrNobodys(userId: number) {
  return or(eq(leads.ownerId, userId), isNull(leads.ownerId));
}
