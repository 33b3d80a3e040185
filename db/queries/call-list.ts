import { and, asc, eq, lt, max, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, callListEntries, callLists, leadScores, leads, users } from "#db/schema/index.ts";
import { seesAllLeads, type Viewer } from "#lib/access/roles.ts";
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

const LISTED_LEAD = {
  // By the first of these it is told whether there is a lead: one that no lead is without.
  id: leads.id,
  firstName: leads.firstName,
  lastName: leads.lastName,
  email: leads.email,
  jobTitle: leads.jobTitle,
  phone: leads.phone,
  city: leads.city,
  country: leads.country,
  mayCall: leads.mayCall,
  mayEmail: leads.mayEmail,
  stage: leads.stage,
  ownerId: leads.ownerId,
};

/** All that was put on a list, in its order; the lead is null once there is none any more. */
export async function listCallEntries({ userId, day, viewer }: CallListQuery, executor: Executor = db) {
  return executor
    .select({
      leadId: callListEntries.leadId,
      shownAt: callListEntries.shownAt,
      mergedLeadId: callListEntries.mergedLeadId,
      lead: LISTED_LEAD,
      company: accounts.name,
      employees: accounts.employees,
      accountCity: accounts.city,
      accountCountry: accounts.country,
      ownerName: users.name,
      isVisible: sql<boolean>`${visibleLeads(viewer)}`,
    })
    .from(callListEntries)
    .leftJoin(leads, eq(leads.id, callListEntries.leadId))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(and(eq(callListEntries.userId, userId), eq(callListEntries.day, day), mayRead({ userId, viewer })))
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
      ownerId: leads.ownerId,
      ownerName: users.name,
      isVisible: sql<boolean>`${visibleLeads(viewer)}`,
      cellThen: callListEntries.cell,
      cell: leadScores.cell,
    })
    .from(callListEntries)
    .innerJoin(leads, eq(leads.id, callListEntries.leadId))
    .leftJoin(users, eq(users.id, leads.ownerId))
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
        mayRead({ userId, viewer }),
        sql`not exists (select from call_list_entries present
          where present.lead_id = ${leads.id} and present.user_id = ${userId} and present.day = ${formatEpochDay(day)}::date)`,
      ),
    )
    .orderBy(asc(callListEntries.rank), asc(callListEntries.leadId));
  return rows.flatMap(({ ownerId, ownerName, isVisible, ...row }) => {
    const owner = ownerId === null ? null : { userId: ownerId, name: ownerName };
    return departureOf({ ...row, owner, isHidden: !isVisible, name: leadName(row) }, userId) ?? [];
  });
}

/** A list is its rep's, and for who sees all leads. */
function mayRead({ userId, viewer }: Pick<CallListQuery, "userId" | "viewer">) {
  return viewer.userId === userId || seesAllLeads(viewer.role) ? undefined : sql`false`;
}
