import { inArray, sql } from "drizzle-orm";
import { type Database, db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { tryLockSearch } from "#db/locks.ts";
import { searchWords } from "#db/queries/search-words.ts";
import { leadSearch, leads, searchDue, searchState } from "#db/schema/index.ts";
import { type DueRange, takeRanges } from "#lib/leads/due-ranges.ts";

const MOST_RANGES = 1000;
const MOST_LEADS = 10_000;
/** From so many leads on, the server's picture of the table is too old for the questions that follow. */
const ANALYZE_FROM = 10_000;

/**
 * Brings what leads are searched by up to what they are, batch by batch; does nothing while another
 * worker does so. What changes meanwhile is due anew. Gives for how many ids.
 */
export async function indexDueLeads(
  { signal }: { readonly signal?: AbortSignal } = {},
  database: Database = db,
): Promise<number> {
  let total = 0;
  for (;;) {
    signal?.throwIfAborted();
    const indexed = await database.transaction(indexBatch);
    if (indexed === 0) break;
    total += indexed;
  }
  if (total === 0) return 0;
  // A search reads what is not merged yet from end to end.
  await database.execute(sql`select gin_clean_pending_list('lead_search_words_idx')`);
  if (total >= ANALYZE_FROM) await database.execute(sql`analyze ${leadSearch}`);
  return total;
}

async function indexBatch(executor: Executor): Promise<number> {
  if (!(await tryLockSearch(executor))) return 0;
  const due = await executor.select().from(searchDue).orderBy(searchDue.id).limit(MOST_RANGES);
  const ranges = due.map(({ id, firstLeadId, lastLeadId }) => ({ id, first: firstLeadId, last: lastLeadId }));
  const { done, rest, spans } = takeRanges(ranges, MOST_LEADS);
  if (spans.length === 0) return 0;
  await write(spans, executor);
  await executor.update(searchState).set({ batches: sql`${searchState.batches} + 1` });
  await executor.delete(searchDue).where(
    inArray(
      searchDue.id,
      done.map(({ id }) => id),
    ),
  );
  if (rest) await executor.insert(searchDue).values({ firstLeadId: rest.first, lastLeadId: rest.last });
  return spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

async function write(spans: readonly DueRange[], executor: Executor): Promise<void> {
  const span = sql`unnest(${idArray(spans.map(({ first }) => first))}, ${idArray(spans.map(({ last }) => last))}) as span (first, last)`;
  await executor.execute(sql`
    delete from ${leadSearch} using ${span}
    where ${leadSearch.leadId} between span.first and span.last
      and not exists (select from ${leads} where ${leads.id} = ${leadSearch.leadId})`);
  await executor.execute(sql`
    insert into ${leadSearch} (lead_id, words)
    select ${leads.id}, ${searchWords()}
    from ${span} join ${leads} on ${leads.id} between span.first and span.last
    on conflict (lead_id) do update set words = excluded.words
    where ${leadSearch.words} is distinct from excluded.words`);
}
