import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray, inSlice } from "#db/lead-slice.ts";
import { packedIds, unpackIds } from "#db/packed-ids.ts";
import { accounts, leadScores, leads } from "#db/schema/index.ts";
import type { Found } from "#lib/census/found.ts";
import type { LeadCursor, LeadOrder } from "#lib/leads/list.ts";
import { type Stretch, sortValue, stretchesAfter } from "./lead-order.ts";
import { scoreOf } from "./narrow-list.ts";

type Query = {
  readonly found: Found;
  readonly generationId: number | null;
  readonly order: LeadOrder;
  /** In which all leads lie; null: anywhere. */
  readonly cell: string | null;
  readonly after: LeadCursor | null;
  readonly limit: number;
  /** What is known of the scores of those found, besides. */
  readonly where: SQL | undefined;
  /** Up to so many are sorted at once; else as many as a walk is expected to take as long for. */
  readonly few?: number | undefined;
};

const FIRST_STEP = 1_000;
const LONGER = 4;
const LONGEST_STEP = 64_000;
const SORTED_AT_ONCE = 20_000;

/**
 * The next leads of an order among many that a search found, by ids alone. Walking past a lead takes as
 * long as sorting one, some 5 microseconds. So they are sorted when more are to be passed until the page
 * is full than were found; else the order's index is walked, and they are sorted only after as many were
 * passed in vain: they may lie together at its far end.
 */
export async function walkFound(query: Query, executor: Executor): Promise<number[]> {
  const { limit } = query;
  const [first, last] = stretchesAfter({ ...query, areFew: false });
  const valued = first?.isBlank === false ? await walk(query, executor) : [];
  const blank = last ?? first;
  if (valued.length === limit || !blank) return valued;
  return [...valued, ...(await listBlank({ ...query, limit: limit - valued.length }, blank, executor))];
}

async function walk({ found, ...query }: Query, executor: Executor): Promise<number[]> {
  const { order, limit, few = Math.sqrt(limit * found.outOf) } = query;
  if (found.total <= few) return sortAll({ ...query, found }, executor);
  const leadIds: number[] = [];
  let { after } = query;
  let walked = 0;
  for (let step = FIRST_STEP; ; step = Math.min(step * LONGER, LONGEST_STEP)) {
    const [stretch] = stretchesAfter({ ...query, after, areFew: false });
    if (!stretch) return leadIds;
    const [row] = await executor.execute<{ ids: Buffer | null; last: string | null }>(sql`
      select ${packedIds(sql`walked.id`)} as ids, (array_agg(walked.value))[count(*)::int] as last
      from (select ${sourceOf(order).id} as id, ${sortValue(order)} as value ${inOrder(query, stretch, step)}) walked`);
    const ids = unpackIds(row?.ids ?? null);
    for (const leadId of ids) {
      if (found.has(leadId)) leadIds.push(leadId);
      if (leadIds.length === limit) return leadIds;
    }
    const lastId = ids.at(-1);
    if (ids.length < step || lastId === undefined) return leadIds;
    after = { value: row?.last ?? null, leadId: lastId };
    walked += ids.length;
    if (walked > found.total) return sortAll({ ...query, found }, executor);
  }
}

/** All at once, as they are sorted together. */
async function sortAll({ found, ...query }: Query, executor: Executor): Promise<number[]> {
  const [stretch] = stretchesAfter({ ...query, areFew: true });
  if (!stretch) return [];
  const { id } = sourceOf(query.order);
  const among = sql`${id} = any(${idArray(found.listIds())})`;
  const rows = await executor.execute<{ id: string }>(
    sql`select ${id} as id ${inOrder({ ...query, where: and(query.where, among) }, stretch, query.limit)}`,
  );
  return rows.map((row) => Number(row.id));
}

async function listBlank(
  { found, after, generationId, limit }: Query,
  { where }: Stretch,
  executor: Executor,
): Promise<number[]> {
  const from = after?.value === null ? after.leadId : 0;
  const ids = found
    .listIds()
    .filter((leadId) => leadId > from)
    .sort((a, b) => a - b);
  const blank: number[] = [];
  for (let at = 0; at < ids.length && blank.length < limit; at += SORTED_AT_ONCE) {
    const leadIds = ids.slice(at, at + SORTED_AT_ONCE);
    const rows = await executor
      .select({ leadId: leads.id })
      .from(leads)
      .leftJoin(leadScores, scoreOf(generationId))
      .leftJoin(accounts, eq(accounts.id, leads.accountId))
      .where(and(where, inSlice(leads.id, { leadIds })))
      .orderBy(leads.id)
      .limit(limit - blank.length);
    blank.push(...rows.map(({ leadId }) => leadId));
  }
  return blank;
}

/** Where the values of an order stand, with the index that has them, and the lead's id there. */
function sourceOf({ sort }: LeadOrder): { readonly from: SQL; readonly id: SQL; readonly isOfScore: boolean } {
  switch (sort) {
    case "score":
    case "fit":
    case "engagement":
    case "signal":
      return { from: sql`${leadScores}`, id: sql`${leadScores.leadId}`, isOfScore: true };
    case "name":
    case "created":
      return { from: sql`${leads}`, id: sql`${leads.id}`, isOfScore: false };
    case "company":
      return {
        from: sql`${leads} join ${accounts} on ${accounts.id} = ${leads.accountId}`,
        id: sql`${leads.id}`,
        isOfScore: false,
      };
  }
}

function inOrder({ order, generationId, where }: Omit<Query, "found">, stretch: Stretch, limit: number): SQL {
  const { from, isOfScore } = sourceOf(order);
  const ofGeneration = isOfScore
    ? and(eq(leadScores.kind, "lead"), generationId === null ? sql`false` : eq(leadScores.generationId, generationId))
    : undefined;
  const condition = and(ofGeneration, where, stretch.where) ?? sql`true`;
  return sql`from ${from} where ${condition} order by ${sql.join([...stretch.orderBy], sql`, `)} limit ${limit}`;
}
