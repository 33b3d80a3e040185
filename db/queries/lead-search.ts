import { and, between, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Executor } from "#db/client.ts";
import { idArray, inSlice } from "#db/lead-slice.ts";
import { accounts, leadSearch, leads, searchDue } from "#db/schema/index.ts";
import { type DueRange, united } from "#lib/leads/due-ranges.ts";
import { folded } from "./folded.ts";
import { listNumbered } from "./lead-identity.ts";
import { searchWords } from "./search-words.ts";

/** More words than a person types make a query, not a search. */
const MOST_WORDS = 8;
/** A company that so many share is looked for lead by lead. */
const MOST_ACCOUNTS = 20_000;
/** Shorter ones stand in nearly every name: they are looked for where a word begins. */
const SHORT_WORD = /^[\p{L}\p{N}]{1,2}$/u;

/** Longer spans are named by their ends. */
const MOST_LISTED = 100;

/** As `accounts_search_idx` has it. */
const COMPANY = folded(sql`${accounts.name}`);
const INDEXED_WORDS = sql`${leadSearch.words}`;
/** `lead_search_words_idx` serves patterns of its own collation only, which a folded one is not. */
const COLLATION_OF_INDEX = sql`collate "default"`;

export type Search = {
  /**
   * On `leads`: that each word stands in name, e-mail address or company, whatever its case, by the lead's own
   * columns; or that it is one of `numberedIds`.
   */
  readonly where: SQL | undefined;
  /** Leads whose own number, or id at a source, the whole text is. */
  readonly numberedIds: readonly number[];
  /** A subquery of ids, each once, among which all leads are that it finds. */
  readonly candidates: SQL;
  /** On `leads`: that it is one of them. */
  readonly isCandidate: SQL | undefined;
};

/**
 * What finds the leads of a search. Companies are looked up first: a list of ids goes with the index of
 * the words, or is a quick test of each lead, as suits the rest. Leads that the index does not have yet
 * are looked through one by one, and before it: what it gets meanwhile is found there.
 */
export async function searched(search: string, executor: Executor): Promise<Search> {
  const words = search.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0)
    return {
      where: undefined,
      numberedIds: [],
      candidates: sql`select id as lead_id from ${leads}`,
      isCandidate: undefined,
    };
  const [numberedIds, ...asked] = await Promise.all([
    listNumbered(search, executor),
    ...words.map((word) => askedFor(word, executor)),
  ]);
  const worded = and(...asked.map((each) => each(searchWords(), leads.accountId)));
  const due = await listDue(worded, executor);
  const indexed = and(...asked.map((each) => each(INDEXED_WORDS, leadSearch.accountId)));
  const candidates = candidatesOf(indexed, [...new Set([...due, ...numberedIds])]);
  const where = numberedIds.length === 0 ? worded : or(inSlice(leads.id, { leadIds: numberedIds }), worded);
  return { where, numberedIds, candidates, isCandidate: sql`${leads.id} in (${candidates})` };
}

type Asked = (text: SQL, accountId: AnyPgColumn) => SQL | undefined;

async function askedFor(word: string, executor: Executor): Promise<Asked> {
  const accountIds = await listAccounts(word, executor);
  const ofCompany =
    accountIds.length > MOST_ACCOUNTS
      ? sql`in (select ${accounts.id} from ${accounts} where ${contains(COMPANY, word)})`
      : // Written out, not a parameter: PostgreSQL looks a constant list up in a hash table.
        sql`= any(${sql.raw(`'{${accountIds.join(",")}}'::bigint[]`)})`;
  return (text, accountId) =>
    accountIds.length === 0 ? contains(text, word) : or(contains(text, word), sql`${accountId} ${ofCompany}`);
}

async function listAccounts(word: string, executor: Executor): Promise<number[]> {
  const rows = await executor
    .select({ id: accounts.id })
    .from(accounts)
    .where(contains(COMPANY, word))
    .limit(MOST_ACCOUNTS + 1);
  return rows.map(({ id }) => id);
}

/** The ranges are read first: they are few, most often none, and PostgreSQL would expect many. */
async function listDue(where: SQL | undefined, executor: Executor): Promise<number[]> {
  const ranges = await executor.select({ first: searchDue.firstLeadId, last: searchDue.lastLeadId }).from(searchDue);
  const spans = united(ranges);
  if (spans.length === 0) return [];
  const rows = await executor
    .select({ leadId: leads.id })
    .from(leads)
    .where(and(isIn(spans), where));
  return rows.map(({ leadId }) => leadId);
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

function candidatesOf(indexed: SQL | undefined, others: readonly number[]): SQL {
  const found = sql`select ${leadSearch.leadId} as lead_id from ${leadSearch} where ${indexed}`;
  if (others.length === 0) return found;
  const ids = idArray(others);
  return sql`${found} and ${leadSearch.leadId} <> all(${ids}) union all select unnest(${ids})`;
}

function contains(text: SQL, word: string): SQL | undefined {
  const escaped = word.replace(/[\\%_]/g, "\\$&");
  const like = (pattern: string) =>
    sql`${text} like (${folded(sql`${pattern}`)}) ${text === INDEXED_WORDS ? COLLATION_OF_INDEX : sql``}`;
  return SHORT_WORD.test(word) ? or(like(`${escaped}%`), like(`% ${escaped}%`)) : like(`%${escaped}%`);
}
