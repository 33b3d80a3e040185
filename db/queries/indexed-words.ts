import { type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/client.ts";
import { listIds, packedIds } from "#db/packed-ids.ts";
import { leadSearch } from "#db/schema/index.ts";
import { contains } from "./search-words.ts";

/** `lead_search_words_idx` serves patterns of its own collation only, which a folded one is not. */
const INDEXED_WORDS = { text: sql`${leadSearch.words}`, collation: sql`collate "default"` };
/** Ids, of all words together: some 8 MB. */
const MOST_KEPT = 1_000_000;

type Kept = { readonly batches: string; readonly idsOf: Map<string, readonly number[]> };
/** By database. */
const kept = new Map<string, Kept>();

/**
 * The leads that have a word by `lead_search`, at the state that was read before or a later one. A
 * frequent word takes 50 ms, and is asked again for each page, order and filter: the last are kept until
 * the table changes.
 */
export async function listIndexed(
  { word, batches }: { readonly word: string; readonly batches: string },
  { url, db }: Store,
): Promise<readonly number[]> {
  const known = kept.get(url);
  const current = known?.batches === batches ? known : { batches, idsOf: new Map<string, readonly number[]>() };
  kept.set(url, current);
  const { idsOf } = current;
  const ids = idsOf.get(word) ?? (await listIds(leadsWith(word), db));
  // Last in the order in which they are forgotten.
  idsOf.delete(word);
  idsOf.set(word, ids);
  let room = MOST_KEPT;
  for (const [each, { length }] of [...idsOf].reverse()) {
    room -= length;
    if (room < 0) idsOf.delete(each);
  }
  return ids;
}

/** As a statement of its own for the test of its plan. */
export function leadsWith(word: string): SQL {
  return sql`select ${packedIds(sql`${leadSearch.leadId}`)} as ids from ${leadSearch} where ${contains(INDEXED_WORDS, word)}`;
}
