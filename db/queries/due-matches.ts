import { between, or, type SQL, sql } from "drizzle-orm";
import type { Executor, Store } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { packedIds, unpackIds } from "#db/packed-ids.ts";
import { leads, searchDue, searchState } from "#db/schema/index.ts";
import type { SearchMatches } from "#lib/census/found.ts";
import { type DueRange, united } from "#lib/leads/due-ranges.ts";
import { folded } from "./folded.ts";
import { isInText, searchWords } from "./search-words.ts";

/** Longer spans are named by their ends. */
const MOST_LISTED = 100;

/** Words of the leads that are due, as they stood when their rows of `search_due` were read, or later. */
type Known = { readonly rowIds: ReadonlySet<number>; readonly texts: ReadonlyMap<number, string> };
const NOTHING: Known = { rowIds: new Set(), texts: new Map() };
/** By database. */
const known = new Map<string, Known>();

type Row = { batches: string | null; ids: Buffer | null; firsts: Buffer | null; lasts: Buffer | null };
/** With the state of `lead_search` that they go with, or an earlier one. */
type Due = { readonly due: SearchMatches["due"]; readonly batches: string };

/**
 * The leads that `lead_search` may not have as they are, and which of the words stand in their own. Their
 * words are read once: whoever changes them again writes another row.
 */
export async function listDue(words: readonly string[], { url, db }: Store): Promise<Due> {
  const [row] = await db.execute<Row>(sql`
    select (select batches from ${searchState}) as batches,
      ${packedIds(sql`id`)} as ids, ${packedIds(sql`first_lead_id`)} as firsts, ${packedIds(sql`last_lead_id`)} as lasts
    from ${searchDue}`);
  if (!row?.batches) throw new Error("search_state has no row.");
  const { batches } = row;
  const [rowIds, firsts, lasts] = [row.ids, row.firsts, row.lasts].map((packed) => unpackIds(packed));
  const rows = (rowIds ?? []).map((id, at) => ({ id, first: firsts?.[at] ?? 0, last: lasts?.[at] ?? 0 }));
  if (rows.length === 0) {
    known.delete(url);
    return { due: { spans: [], bits: new Map() }, batches };
  }
  const before = known.get(url) ?? NOTHING;
  const spans = united(rows);
  const [texts, patterns] = await Promise.all([
    readTexts(united(rows.filter(({ id }) => !before.rowIds.has(id))), db),
    foldWords(words, db),
  ]);
  const due = new Map<number, string>();
  for (const { first, last } of spans)
    for (let leadId = first; leadId <= last; leadId++) {
      const text = texts.get(leadId) ?? before.texts.get(leadId);
      if (text !== undefined) due.set(leadId, text);
    }
  known.set(url, { rowIds: new Set(rowIds), texts: due });
  return { due: { spans, bits: bitsOf(due, patterns) }, batches };
}

function bitsOf(texts: ReadonlyMap<number, string>, words: readonly string[]): Map<number, number> {
  const bits = new Map<number, number>();
  for (const [leadId, text] of texts) {
    const own = words.reduce((sum, word, place) => (isInText(text, word) ? sum | (1 << place) : sum), 0);
    if (own > 0) bits.set(leadId, own);
  }
  return bits;
}

async function readTexts(spans: readonly DueRange[], executor: Executor): Promise<Map<number, string>> {
  if (spans.length === 0) return new Map();
  const [row] = await executor.execute<{ ids: Buffer | null; texts: string[] | null }>(sql`
    select ${packedIds(sql`own.id`)} as ids, json_agg(own.words) as texts
    from (select ${leads.id} as id, ${searchWords()} as words from ${leads} where ${isIn(spans)} offset 0) own`);
  return new Map(unpackIds(row?.ids ?? null).map((leadId, at) => [leadId, row?.texts?.[at] ?? ""] as const));
}

/** As the words of leads are. */
async function foldWords(words: readonly string[], executor: Executor): Promise<readonly string[]> {
  const [row] = await executor.execute<{ words: string[] | null }>(sql`
    select json_agg(${folded(sql`said.word`)} order by said.place) as words
    from unnest(${sql.param(words)}::text[]) with ordinality as said (word, place)`);
  return row?.words ?? [];
}

/** A span is named by its ends, which PostgreSQL reads as one stretch; single leads are a list. */
function isIn(spans: readonly DueRange[]): SQL | undefined {
  const isShort = ({ first, last }: DueRange) => last - first < MOST_LISTED;
  const leadIds = spans
    .filter(isShort)
    .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  const named = spans.filter((span) => !isShort(span)).map(({ first, last }) => between(leads.id, first, last));
  return or(...named, leadIds.length > 0 ? inSlice(leads.id, { leadIds }) : undefined);
}
