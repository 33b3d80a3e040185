import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { accounts, leadScores, leads } from "#db/schema/index.ts";
import type { LeadFilter } from "#lib/leads/filter.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";

/** The predicate on `leads` that a filter stands for; undefined for every lead. */
export function matching({ country, source, owner, stage }: LeadFilter): SQL | undefined {
  return and(
    ofText(leads.country, country),
    ofText(leads.source, source),
    owner === null ? undefined : owner === "none" ? isNull(leads.ownerId) : eq(leads.ownerId, owner),
    stage === "any" ? undefined : stage === "open" ? isOpen() : eq(leads.stage, stage),
  );
}

export function isOpen(): SQL {
  return inArray(leads.stage, [...OPEN_STAGES]);
}

/** That a score lies in a cell, asked as `lead_scores_cell_combined_idx` knows cells. */
export function inCell(cell: string, column: SQL = sql`${leadScores.cell}`): SQL {
  const number = (name: SQL) => sql`(ascii(${name}) * 16 + ascii(right(${name}, 1)))`;
  return sql`(${number(column)} = ${number(sql`${cell}::text`)} and ${column} = ${cell})`;
}

function ofText(column: typeof leads.country | typeof leads.source, value: string | null): SQL | undefined {
  if (value === null) return undefined;
  return value === "" ? isNull(column) : eq(column, value);
}

/** More words than a person types make a query, not a search. */
const MOST_WORDS = 8;

/**
 * The predicate that each word stands somewhere in the name, the e-mail address or the company,
 * whatever its case. Both sides can have trigram indexes: the companies come as an array, so that
 * one index scan of each answers.
 */
export function found(search: string): SQL | undefined {
  const words = search.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return and(...words.map(containsWord));
}

function containsWord(word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(${SEARCHED} like ${folded(sql`${pattern}`)} or ${leads.accountId} = any(array(
    select ${accounts.id} from ${accounts} where ${folded(sql`${accounts.name}`)} like ${folded(sql`${pattern}`)})))`;
}

/** Lower case of every script, as the database's own locale may know only ASCII; also how names are ordered. */
export function folded(text: SQL): SQL<string> {
  return sql<string>`lower(${text} collate "und-x-icu")`;
}

const SEARCHED = folded(
  sql`(coalesce(${leads.firstName}, '') || ' ' || coalesce(${leads.lastName}, '') || ' ' || coalesce(${leads.email}, ''))`,
);
