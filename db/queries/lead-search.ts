import { sql } from "drizzle-orm";
import type { Store } from "#db/client.ts";
import { listIds, packedIds } from "#db/packed-ids.ts";
import { accounts } from "#db/schema/index.ts";
import type { SearchMatches } from "#lib/census/found.ts";
import { listDue } from "./due-matches.ts";
import { folded } from "./folded.ts";
import { listIndexed } from "./indexed-words.ts";
import { listNumbered } from "./lead-identity.ts";
import { contains } from "./search-words.ts";

/** More words than a person types make a query, not a search. */
const MOST_WORDS = 8;
/** As `accounts_search_idx` has it. */
const COMPANY = folded(sql`${accounts.name}`);

/**
 * What finds the leads of a search. Each word is looked up by itself, in people and in companies: as one
 * condition PostgreSQL would hold every lead of either against a long list. Leads that the index does not
 * have yet are looked through one by one, and before it: what it gets meanwhile is found there.
 */
export async function findMatches(search: string, target: Store): Promise<SearchMatches> {
  const executor = target.db;
  const words = search.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const { due, batches } = await listDue(words, target);
  const [numberedIds, ...matches] = await Promise.all([
    listNumbered(search, executor),
    ...words.map(async (word) => {
      const [leadIds, accountIds] = await Promise.all([
        listIndexed({ word, batches }, target),
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
