import { and, asc, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import type { RejectionReason } from "#lib/lifecycle/constants.ts";
import type { NurtureCursor, NurturedLead, NurtureFilter } from "#lib/lifecycle/nurture-list.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { ownedBy } from "./lead-conditions.ts";
import { LISTED_PERSON, toListedPerson } from "./listed-person.ts";
import { scoreOf } from "./narrow-list.ts";
import { visibleLeads } from "./visible-leads.ts";

export type NurtureQuery = {
  readonly viewer: Viewer;
  readonly filter: NurtureFilter;
  /** Epoch day. */
  readonly today: number;
  /** null before the first pass. */
  readonly generationId: number | null;
};

export type NurturePage = { readonly rows: readonly NurturedLead[]; readonly next: NurtureCursor | null };

/** How many are counted; beyond that a list says "more than". */
export const MOST_NURTURED = 10_000;

/** One page of the recycled leads that the viewer may see: who is back first, first; without a day last. */
export async function listNurtured(
  query: NurtureQuery & { readonly after: NurtureCursor | null; readonly limit: number },
  executor: Executor = db,
): Promise<NurturePage> {
  const { after, limit } = query;
  const found = await executor
    .select({
      ...LISTED_PERSON,
      reason: REASON,
      givenBackAt: leads.stageEnteredAt,
      returnsOn: leads.returnsOn,
      score: {
        fit: leadScores.fit,
        engagement: leadScores.engagement,
        combined: leadScores.combined,
        cell: leadScores.cell,
      },
      newestEventAt: leadScores.newestEventAt,
    })
    .from(leads)
    .leftJoin(leadScores, scoreOf(query.generationId))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(and(conditionOf(query), after ? behind(after) : undefined))
    .orderBy(asc(leads.returnsOn), asc(leads.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? { returnsOn: last.returnsOn, leadId: last.leadId } : null;
  return { rows: rows.map(toRow), next };
}

/** How many there are, at most one more than `MOST_NURTURED`. */
export async function countNurtured(query: NurtureQuery, executor: Executor = db): Promise<number> {
  const some = executor
    .select({ id: leads.id })
    .from(leads)
    .leftJoin(leadScores, scoreOf(query.generationId))
    .where(conditionOf(query))
    .limit(MOST_NURTURED + 1)
    .as("some");
  const [row] = await executor.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

/** Why it was given back, the last time. */
const REASON = sql<RejectionReason | null>`(
  select change.reason from stage_changes change
  where change.lead_id = ${leads.id} and change.to_stage = 'recycled' and change.undone_at is null
  order by change.at desc, change.id desc limit 1)`;

function conditionOf({ viewer, today, filter: { within, reason, owner, hasNews } }: NurtureQuery): SQL | undefined {
  return and(
    // As the partial index says it.
    sql`${leads.stage} = 'recycled'`,
    visibleLeads(viewer),
    within === null ? undefined : lte(leads.returnsOn, today + within),
    ownedBy(owner),
    reason === null ? undefined : sql`${REASON} = ${reason}`,
    hasNews ? gt(leadScores.newestEventAt, leads.stageEnteredAt) : undefined,
  );
}

/** Leads without a day come last, by their id. */
function behind({ returnsOn, leadId }: NurtureCursor): SQL | undefined {
  if (returnsOn === null) return and(isNull(leads.returnsOn), gt(leads.id, leadId));
  const day = sql`${formatEpochDay(returnsOn)}::date`;
  return or(sql`(${leads.returnsOn}, ${leads.id}) > (${day}, ${leadId}::bigint)`, isNull(leads.returnsOn));
}

type Found = Parameters<typeof toListedPerson>[0] &
  Omit<NurturedLead, "name" | "givenBackAt" | "newestEventAt"> & {
    readonly givenBackAt: Date;
    readonly newestEventAt: Date | null;
  };

function toRow(found: Found): NurturedLead {
  const { givenBackAt, newestEventAt, ...person } = toListedPerson(found);
  return { ...person, givenBackAt: givenBackAt.getTime(), newestEventAt: newestEventAt?.getTime() ?? null };
}
