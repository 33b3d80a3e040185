import { and, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { accounts, leads } from "#db/schema/index.ts";
import { folded } from "./folded.ts";

/** More words than a person types make a query, not a search. */
const MOST_WORDS = 8;
/** A company that so many share is looked for lead by lead. */
const MOST_ACCOUNTS = 20_000;
/** Shorter ones stand in nearly every name: they are looked for where a word begins. */
const SHORT_WORD = /^[\p{L}\p{N}]{1,2}$/u;

/** As `leads_search_idx` has it. */
const PERSON = folded(
  sql`(coalesce(${leads.firstName}, '') || ' ' || coalesce(${leads.lastName}, '') || ' ' || coalesce(${leads.email}, ''))`,
);
/** As `accounts_search_idx` has it. */
const COMPANY = folded(sql`${accounts.name}`);

/**
 * The predicate on `leads` that each word stands somewhere in the name, the e-mail address or the
 * company, whatever its case; undefined without a word. Companies are looked up first: a list of
 * ids goes with the index of the people, or is a quick test of each lead, as suits the rest.
 */
export async function searched(search: string, executor: Executor): Promise<SQL | undefined> {
  const words = search.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return and(...(await Promise.all(words.map((word) => stands(word, executor)))));
}

async function stands(word: string, executor: Executor): Promise<SQL | undefined> {
  const accountIds = await listAccounts(word, executor);
  const ofCompany =
    accountIds.length > MOST_ACCOUNTS
      ? sql`${leads.accountId} in (select ${accounts.id} from ${accounts} where ${contains(COMPANY, word)})`
      : // Written out, not a parameter: PostgreSQL looks a constant list up in a hash table.
        sql`${leads.accountId} = any(${sql.raw(`'{${accountIds.join(",")}}'::bigint[]`)})`;
  return or(contains(PERSON, word), ofCompany);
}

async function listAccounts(word: string, executor: Executor): Promise<number[]> {
  const rows = await executor
    .select({ id: accounts.id })
    .from(accounts)
    .where(contains(COMPANY, word))
    .limit(MOST_ACCOUNTS + 1);
  return rows.map(({ id }) => id);
}

function contains(text: SQL, word: string): SQL | undefined {
  const escaped = word.replace(/[\\%_]/g, "\\$&");
  const like = (pattern: string) => sql`${text} like ${folded(sql`${pattern}`)}`;
  return SHORT_WORD.test(word) ? or(like(`${escaped}%`), like(`% ${escaped}%`)) : like(`%${escaped}%`);
}
