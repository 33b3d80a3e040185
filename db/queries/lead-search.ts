import { type SQL, sql } from "drizzle-orm";
import type { Executor, Store } from "#db/client.ts";
import { packedIds, unpackIds } from "#db/packed-ids.ts";
import { accounts, leadSearch } from "#db/schema/index.ts";
import type { SearchMatches } from "#lib/census/found.ts";
import { listDue } from "./due-matches.ts";
import { folded } from "./folded.ts";
import { listNumbered } from "./lead-identity.ts";
import { contains } from "./search-words.ts";

/** More words than a person types make a query, not a search. */
const MOST_WORDS = 8;
/** As `accounts_search_idx` has it. */
const COMPANY = folded(sql`${accounts.name}`);
/** `lead_search_words_idx` serves patterns of its own collation only, which a folded one is not. */
const INDEXED_WORDS = { text: sql`${leadSearch.words}`, collation: sql`collate "default"` };

/**
 * What finds the leads of a search. Each word is looked up by itself, in people and in companies: as one
 * condition PostgreSQL would hold every lead of either against a long list. Leads that the index does not
 * have yet are looked through one by one, and before it: what it gets meanwhile is found there.
 */
export async function findMatches(search: string, target: Store): Promise<SearchMatches> {
  const executor = target.db;
  const words = search.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const due = await listDue(words, target);
  const [numberedIds, ...matches] = await Promise.all([
    listNumbered(search, executor),
    ...words.map(async (word) => {
      const [leadIds, accountIds] = await Promise.all([
        listIds(leadsWith(word), executor),
        listIds(
          sql`select ${packedIds(sql`${accounts.id}`)} as ids from ${accounts} where ${contains({ text: COMPANY }, word)}`,
          executor,
        ),
      ]);
      return { leadIds, accountIds };
    }),
  ]);
  return { words: matches, due, numberedIds };
}

/** As a statement of its own for the test of its plan. */
export function leadsWith(word: string): SQL {
  return sql`select ${packedIds(sql`${leadSearch.leadId}`)} as ids from ${leadSearch} where ${contains(INDEXED_WORDS, word)}`;
}

async function listIds(statement: SQL, executor: Executor): Promise<number[]> {
  const [row] = await executor.execute<{ ids: Buffer | null }>(statement);
  return unpackIds(row?.ids ?? null);
}
