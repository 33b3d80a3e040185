import { and, eq, type SQL } from "drizzle-orm";
import { type Database, type Executor, type Store, store } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import type { Found } from "#lib/census/found.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { LeadCursor, LeadPage, LeadRow } from "#lib/leads/list.ts";
import { type Stretch, sortValue, stretchesAfter } from "./lead-order.ts";
import { type ListedQuery, type Narrowed, narrowList, scoreOf } from "./narrow-list.ts";
import { walkFound } from "./walk-found.ts";

export type PageQuery = ListedQuery & {
  /** The last row of the page before; null for the first page. */
  readonly after: LeadCursor | null;
  readonly limit: number;
};

/** One page of the leads that the viewer may see, by keyset: no row is skipped or repeated while others come and go. */
export async function listLeads(query: PageQuery, target: Store = store): Promise<LeadPage> {
  const { total, among, ...narrowed } = await narrowList(query, target);
  if (total === 0) return { rows: [], next: null, total };
  const asked = { ...query, ...narrowed, cell: query.filter.cell, limit: query.limit + 1 };
  const { rows, hasMore } = among ? await readFound({ ...asked, among }, target.db) : await readAll(asked, target.db);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next = hasMore && last ? { value: last.sortValue, leadId: last.leadId } : null;
  return { rows: page.map(toLeadRow), next, total };
}

type Narrow = PageQuery & Pick<Narrowed, "areFew" | "where"> & { readonly cell: string | null };
type Among = Narrow & { readonly among: Found; readonly whereScore: SQL | undefined };
type Read = { readonly rows: readonly Row[]; readonly hasMore: boolean };

/** Who is next and where they stand is seen at one moment; who may no longer be seen by then is not. */
function readFound({ among, whereScore, ...query }: Among, database: Database): Promise<Read> {
  return database.transaction(
    async (tx) => {
      const leadIds = await walkFound({ ...query, where: whereScore, found: among }, tx);
      const where = and(query.where, inSlice(leads.id, { leadIds }));
      const { rows } = await readAll({ ...query, areFew: true, where }, tx);
      return { rows, hasMore: leadIds.length === query.limit };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function readAll(query: Narrow, executor: Executor): Promise<Read> {
  const rows: Row[] = [];
  for (const stretch of stretchesAfter(query)) {
    const limit = query.limit - rows.length;
    if (limit === 0) break;
    rows.push(...(await readStretch({ ...query, limit, stretch }, executor)));
  }
  return { rows, hasMore: rows.length === query.limit };
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
