import { between, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { leads, searchDue } from "#db/schema/index.ts";
import type { SearchMatches } from "#lib/census/found.ts";
import { type DueRange, united } from "#lib/leads/due-ranges.ts";
import { contains, searchWords } from "./search-words.ts";

/** Longer spans are named by their ends. */
const MOST_LISTED = 100;

/** The leads that `lead_search` may not have as they are, and which of the words stand in their own. */
export async function listDue(words: readonly string[], executor: Executor): Promise<SearchMatches["due"]> {
  const ranges = await executor.execute<{ first: string; last: string }>(
    sql`select ${searchDue.firstLeadId} as first, ${searchDue.lastLeadId} as last from ${searchDue}`,
  );
  const spans = united(ranges.map(({ first, last }) => ({ first: Number(first), last: Number(last) })));
  if (spans.length === 0) return { spans, bits: new Map() };
  const bits = words.map(
    (word, place) => sql`case when ${contains({ text: sql`own.words` }, word)} then ${1 << place}::int else 0 end`,
  );
  const rows = await executor.execute<{ id: string; bits: number }>(sql`
    select * from (
      select own.id, ${sql.join([sql`0`, ...bits], sql` + `)} as bits
      from (select ${leads.id} as id, ${searchWords()} as words from ${leads} where ${isIn(spans)} offset 0) own
    ) asked where bits > 0`);
  return { spans, bits: new Map(rows.map((row) => [Number(row.id), row.bits] as const)) };
}

/**
 * The batches of an import are one span: PostgreSQL reads it with several processes when it is named,
 * but not when it is joined. Single leads are a list.
 */
function isIn(spans: readonly DueRange[]): SQL | undefined {
  const isShort = ({ first, last }: DueRange) => last - first < MOST_LISTED;
  const leadIds = spans
    .filter(isShort)
    .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  const named = spans.filter((span) => !isShort(span)).map(({ first, last }) => between(leads.id, first, last));
  return or(...named, leadIds.length > 0 ? inSlice(leads.id, { leadIds }) : undefined);
}
