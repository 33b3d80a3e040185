import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { openCensus } from "#db/census/open-census.ts";
import type { Store } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { leadScores, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { type Found, findOnList } from "#lib/census/found.ts";
import { countList, listFew } from "#lib/census/list.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import type { LeadOrder, LeadSort } from "#lib/leads/list.ts";
import type { GenerationModel } from "./current-generation.ts";
import { inBandsOf, inCell, matching } from "./lead-conditions.ts";
import { findMatches } from "./lead-search.ts";
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

export type Narrowed = {
  /** How many leads the list holds. */
  readonly total: number;
  /** Whether the leads are to be sorted rather than the order's index walked until the page is full. */
  readonly areFew: boolean;
  /** What the list asks for, on `leads` joined with `lead_scores`. */
  readonly where: SQL | undefined;
  /** What it asks of the sorted scores, where only these are looked at. */
  readonly whereScore: SQL | undefined;
  /** Its leads, when they are known and more than a condition is to name. */
  readonly among: Found | null;
};

/**
 * So many are sorted as quickly as the same page is found among a million by walking an index past the
 * others. Walking by a score looks at two tables; by the score within a cell it passes few others.
 */
const FEW_BY_LEAD = 3_000;
const FEW_BY_SCORE = 8_000;
const FEW_IN_CELL = 2_000;
const BY_LEAD: readonly LeadSort[] = ["name", "company", "created"];
/** More that are known are sorted or walked to by their ids before they are read. */
const FEW_NAMED = 500;
const NONE: Found = { total: 0, outOf: 0, has: () => false, listIds: () => [] };

/** Which leads a list holds, said so that PostgreSQL finds a page of them quickly, however many they are. */
export async function narrowList(query: ListedQuery, target: Store): Promise<Narrowed> {
  const { viewer, generationId, filter, order, models = [], few = fewOf(query) } = query;
  const census = await openCensus(generationId, target).read();
  const list = { viewer, filter };
  const cell = filter.cell === null ? undefined : inCell(filter.cell);
  const bands = inBandsOf({ cell: filter.cell, sort: order.sort }, models);
  const isUnscored = filter.isUnscored ? isNull(leadScores.leadId) : undefined;
  const where = and(visibleLeads(viewer), matching(filter), cell, isUnscored);
  const whereScore = BY_LEAD.includes(order.sort) ? undefined : and(cell, bands);
  if (filter.search !== "") {
    const found =
      countList(census, list) === 0 ? NONE : findOnList(census, list, await findMatches(filter.search, target));
    return narrowTo(found);
  }
  const { total, leadIds } = listFew(census, { ...list, most: few });
  if (leadIds === null) return { total, areFew: false, where: and(where, bands), whereScore, among: null };
  return narrowTo(foundOf(leadIds, census.length));

  function narrowTo(found: Found): Narrowed {
    const { total } = found;
    if (total > (query.few ?? FEW_NAMED)) return { total, areFew: false, where, whereScore, among: found };
    const isFound = inSlice(leads.id, { leadIds: found.listIds() });
    return { total, areFew: true, where: and(where, isFound), whereScore, among: null };
  }
}

function foundOf(leadIds: readonly number[], outOf: number): Found {
  const known = new Set(leadIds);
  return { total: leadIds.length, outOf, has: (leadId) => known.has(leadId), listIds: () => [...leadIds] };
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
