import { and, asc, eq, not, type SQL, sql } from "drizzle-orm";
import { db, type Executor, type Store, store } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { LeadCursor, LeadPage, LeadRow } from "#lib/leads/list.ts";
import { folded } from "./folded.ts";
import { nameKey, type Stretch, sortValue, stretchesAfter } from "./lead-order.ts";
import { searched } from "./lead-search.ts";
import { type ListedQuery, narrowList, scoreOf } from "./narrow-list.ts";
import { visibleLeads } from "./visible-leads.ts";

export type PageQuery = ListedQuery & {
  /** The last row of the page before; null for the first page. */
  readonly after: LeadCursor | null;
  readonly limit: number;
};

/** One page of the leads that the viewer may see, by keyset: no row is skipped or repeated while others come and go. */
export async function listLeads(query: PageQuery, target: Store = store): Promise<LeadPage> {
  const { order, after, generationId } = query;
  const wanted = query.limit + 1;
  const { total, areFew, where } = await narrowList(query, target);
  const rows: Row[] = [];
  for (const stretch of stretchesAfter({ order, after, areFew })) {
    const limit = wanted - rows.length;
    if (limit === 0 || total === 0) break;
    rows.push(...(await readStretch({ generationId, order, limit, where, stretch }, target.db)));
  }
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next = rows.length > query.limit && last ? { value: last.sortValue, leadId: last.leadId } : null;
  return { rows: page.map(toLeadRow), next, total };
}

type Found = { readonly leadId: number; readonly name: string | null; readonly company: string | null };

/**
 * The first leads by name that a search finds among those that the viewer may see, in whatever stage:
 * before all others the one of that number, then those who are called so themselves.
 */
export async function findLeads(
  { viewer, search, limit }: { readonly viewer: Viewer; readonly search: string; readonly limit: number },
  executor: Executor = db,
): Promise<Found[]> {
  const found = await searched(search, executor);
  const isNumbered = found.numberedIds.length > 0 ? inSlice(leads.id, { leadIds: found.numberedIds }) : undefined;
  const isWorded = isNumbered && not(isNumbered);
  const numbered = isNumbered ? await read(isNumbered) : [];
  const first = [...numbered, ...(await read(and(isWorded, isNamed(search))))];
  // Then who is found by another word, as the company's name or the e-mail address.
  const others = first.length < limit ? await read(and(isWorded, not(isNamed(search)))) : [];
  const rows = [...first, ...others].slice(0, limit);
  return rows.map(({ leadId, company, ...named }) => ({ leadId, name: leadName(named), company }));

  function read(condition: SQL | undefined) {
    return executor
      .select({
        leadId: leads.id,
        firstName: leads.firstName,
        lastName: leads.lastName,
        email: leads.email,
        company: accounts.name,
      })
      .from(leads)
      .leftJoin(accounts, eq(accounts.id, leads.accountId))
      .where(and(found.where, found.isCandidate, visibleLeads(viewer), condition))
      .orderBy(nameKey(), asc(leads.id))
      .limit(limit);
  }
}

/** That every word of a search stands in the person's own name. */
function isNamed(search: string): SQL {
  const name = folded(sql`(coalesce(${leads.firstName}, '') || ' ' || coalesce(${leads.lastName}, ''))`);
  const words = search.split(/\s+/).filter(Boolean);
  const each = words.map((word) => sql`strpos(${name}, ${folded(sql`${word}::text`)}) > 0`);
  return sql`(${sql.join([sql`true`, ...each], sql` and `)})`;
}

type Row = Awaited<ReturnType<typeof readStretch>>[number];

type StretchQuery = Pick<PageQuery, "generationId" | "order" | "limit"> & {
  readonly where: SQL | undefined;
  readonly stretch: Stretch;
};

function readStretch({ generationId, order, limit, where, stretch }: StretchQuery, executor: Executor) {
  return executor
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      jobTitle: leads.jobTitle,
      company: accounts.name,
      country: leads.country,
      source: leads.source,
      ownerId: leads.ownerId,
      ownerName: users.name,
      stage: leads.stage,
      mayScore: leads.mayScore,
      createdAt: leads.createdAt,
      score: {
        fit: leadScores.fit,
        engagement: leadScores.engagement,
        combined: leadScores.combined,
        cell: leadScores.cell,
        versionId: leadScores.versionId,
        newestEventAt: leadScores.newestEventAt,
      },
      sortValue: sortValue(order),
    })
    .from(leads)
    .leftJoin(leadScores, scoreOf(generationId))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(and(where, stretch.where))
    .orderBy(...stretch.orderBy)
    .limit(limit);
}

function toLeadRow({ score, ownerId, ownerName, createdAt, sortValue: _, firstName, lastName, ...row }: Row): LeadRow {
  return {
    ...row,
    name: leadName({ firstName, lastName, email: row.email }),
    owner: ownerId !== null && ownerName !== null ? { userId: ownerId, name: ownerName } : null,
    createdAt: createdAt.getTime(),
    score: score && { ...score, newestEventAt: score.newestEventAt?.getTime() ?? null },
  };
}
