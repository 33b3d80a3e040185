import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { openCensus } from "#db/census/open-census.ts";
import type { Store } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { leadScores, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { countList, listFew } from "#lib/census/list.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import { type LeadOrder, type LeadSort, MOST_FOUND } from "#lib/leads/list.ts";
import type { GenerationModel } from "./current-generation.ts";
import { inBandsOf, inCell, matching } from "./lead-conditions.ts";
import { searched } from "./lead-search.ts";
import { visibleLeads } from "./visible-leads.ts";

export type ListedQuery = {
  readonly viewer: Viewer;
  /** null before the first pass: nobody has a score. */
  readonly generationId: number | null;
  readonly filter: ListFilter;
  /** Models of the generation, where it is known: they say where in an order the leads of a cell lie. */
  readonly models?: readonly GenerationModel[];
  readonly order: LeadOrder;
  /** Up to so many leads are sorted, of more the order's index is walked; else as many as are measured to take as long. */
  readonly few?: number;
};

type Narrowed = {
  /** How many leads the list holds: exactly, save that a search is counted up to one more than `MOST_FOUND`. */
  readonly total: number;
  /** Whether the leads are to be sorted rather than the order's index walked until the page is full. */
  readonly areFew: boolean;
  /** On `leads`, joined with `lead_scores`. */
  readonly where: SQL | undefined;
};

/**
 * So many are read and sorted as quickly as the same page is found by walking an index past the
 * others: some 50 ms either way among a million. Walking by a score looks at two tables; by the
 * score within a cell it passes few others.
 */
const FEW_BY_LEAD = 3_000;
const FEW_BY_SCORE = 8_000;
const FEW_IN_CELL = 2_000;
const BY_LEAD: readonly LeadSort[] = ["name", "company", "created"];
/** Whom a search finds often lies together in these orders, so that a walk may pass nearly all others. */
const SEARCHED: readonly LeadSort[] = ["name", "company"];

/** Which leads a list holds, said so that PostgreSQL finds a page of them quickly, however many they are. */
export async function narrowList(query: ListedQuery, target: Store): Promise<Narrowed> {
  const {
    viewer,
    generationId,
    filter,
    models = [],
    order: { sort },
    few = fewOf(query),
  } = query;
  const census = await openCensus(generationId, target).read();
  const list = { viewer, filter };
  const { leadIds } = listFew(census, { ...list, most: few });
  const all = and(
    visibleLeads(viewer),
    matching(filter),
    filter.cell === null ? undefined : inCell(filter.cell),
    filter.isUnscored ? isNull(leadScores.leadId) : undefined,
    leadIds ? inSlice(leads.id, { leadIds }) : inBandsOf({ cell: filter.cell, sort }, models),
  );
  if (filter.search === "") return { total: countList(census, list), areFew: leadIds !== null, where: all };
  if (leadIds?.length === 0) return { total: 0, areFew: true, where: all };

  const search = await searched(filter.search, target.db);
  const where = and(all, search.where);
  const found = await target.db
    .select({ leadId: leads.id })
    .from(sql`(${search.candidates}) candidate`)
    .innerJoin(leads, sql`${leads.id} = candidate.lead_id`)
    .leftJoin(leadScores, scoreOf(generationId))
    .where(where)
    .limit(MOST_FOUND + 1);
  if (found.length > Math.min(query.few ?? MOST_FOUND, MOST_FOUND)) {
    const areFew = SEARCHED.includes(sort);
    return { total: found.length, areFew, where: areFew ? and(where, search.isCandidate) : where };
  }
  const foundIds = found.map(({ leadId }) => leadId);
  return {
    total: found.length,
    areFew: true,
    where: and(visibleLeads(viewer), inSlice(leads.id, { leadIds: foundIds })),
  };
}

function fewOf({ filter, order: { sort } }: ListedQuery): number {
  if (BY_LEAD.includes(sort)) return FEW_BY_LEAD;
  return filter.cell !== null && sort === "score" ? FEW_IN_CELL : FEW_BY_SCORE;
}

/** The row of `lead_scores` beside one of `leads`. */
export function scoreOf(generationId: number | null): SQL | undefined {
  if (generationId === null) return sql`false`;
  return and(eq(leadScores.leadId, leads.id), eq(leadScores.kind, "lead"), eq(leadScores.generationId, generationId));
}
