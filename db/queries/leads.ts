import { and, asc, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { openCensus } from "#db/census/open-census.ts";
import { db, type Executor, type Store, store } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { countList, listFew } from "#lib/census/list.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import { type LeadCursor, type LeadOrder, type LeadPage, type LeadRow, MOST_COUNTED } from "#lib/leads/list.ts";
import type { GenerationModel } from "./current-generation.ts";
import { inBandsOf, inCell, matching } from "./lead-conditions.ts";
import { nameKey, type Stretch, sortValue, stretchesAfter } from "./lead-order.ts";
import { searched } from "./lead-search.ts";
import { visibleLeads } from "./visible-leads.ts";

export type LeadsQuery = {
  readonly viewer: Viewer;
  /** null before the first pass: nobody has a score. */
  readonly generationId: number | null;
  readonly filter: ListFilter;
};

export type PageQuery = LeadsQuery & {
  readonly order: LeadOrder;
  /** The last row of the page before; null for the first page. */
  readonly after: LeadCursor | null;
  readonly limit: number;
  /** Models of the generation, where it is known: they say where in an order the leads of a cell lie. */
  readonly models?: readonly GenerationModel[];
  /** Up to so many leads are sorted, of more the order's index is walked. */
  readonly few?: number;
};

/**
 * So many are read and sorted as quickly as the same page is found by walking an index past the
 * others: some 30 ms either way among a million.
 */
const FEW = 5_000;

/** One page of the leads that the viewer may see, by keyset: no row is skipped or repeated while others come and go. */
export async function listLeads(query: PageQuery, target: Store = store): Promise<LeadPage> {
  const { order, after, filter, generationId, models = [], few = FEW } = query;
  const wanted = query.limit + 1;
  const census = await openCensus(generationId, target).read();
  const { leadIds } = listFew(census, { viewer: query.viewer, filter, most: few });
  const all = await conditions(query, target.db);
  const where = leadIds ? and(all, inSlice(leads.id, { leadIds })) : and(all, inBandsOf(filter.cell, models));
  const rows: Row[] = [];
  for (const stretch of stretchesAfter({ order, after, areFew: leadIds !== null })) {
    const limit = wanted - rows.length;
    if (limit === 0 || leadIds?.length === 0) break;
    rows.push(...(await readStretch({ generationId, order, limit, where, stretch }, target.db)));
  }
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const next = rows.length > query.limit && last ? { value: last.sortValue, leadId: last.leadId } : null;
  return { rows: page.map(toLeadRow), next };
}

/**
 * How many leads the list holds in all: exactly, from the census of this process; with a search by
 * counting what it finds, up to one more than `MOST_COUNTED`.
 */
export async function countLeads(query: LeadsQuery, target: Store = store): Promise<number> {
  const { viewer, filter, generationId } = query;
  if (filter.search === "") return countList(await openCensus(generationId, target).read(), { viewer, filter });
  const found = target.db
    .select({ leadId: leads.id })
    .from(leads)
    .leftJoin(leadScores, scoreOf(generationId))
    .where(await conditions(query, target.db))
    .limit(MOST_COUNTED + 1)
    .as("found");
  const [row] = await target.db.select({ count: count() }).from(found);
  return row?.count ?? 0;
}

type Found = { readonly leadId: number; readonly name: string | null; readonly company: string | null };

/** The first leads by name that a search finds among those that the viewer may see, in whatever stage. */
export async function findLeads(
  { viewer, search, limit }: { readonly viewer: Viewer; readonly search: string; readonly limit: number },
  executor: Executor = db,
): Promise<Found[]> {
  const rows = await executor
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: accounts.name,
    })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .where(and(await searched(search, executor), visibleLeads(viewer)))
    .orderBy(nameKey(), asc(leads.id))
    .limit(limit);
  return rows.map(({ leadId, company, ...named }) => ({ leadId, name: leadName(named), company }));
}

async function conditions(
  { viewer, filter }: Pick<LeadsQuery, "viewer" | "filter">,
  executor: Executor,
): Promise<SQL | undefined> {
  return and(
    visibleLeads(viewer),
    matching(filter),
    await searched(filter.search, executor),
    filter.cell === null ? undefined : inCell(filter.cell),
    filter.isUnscored ? isNull(leadScores.leadId) : undefined,
  );
}

function scoreOf(generationId: number | null): SQL | undefined {
  if (generationId === null) return sql`false`;
  return and(eq(leadScores.leadId, leads.id), eq(leadScores.kind, "lead"), eq(leadScores.generationId, generationId));
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
