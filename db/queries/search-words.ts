import { or, type SQL, sql } from "drizzle-orm";
import { leads } from "#db/schema/index.ts";
import { folded } from "./folded.ts";

/** Shorter ones stand in nearly every name: they are looked for where a word begins. */
const SHORT_WORD = /^[\p{L}\p{N}]{1,2}$/u;

/** What a lead itself is found by, as `lead_search.words` keeps it. */
export function searchWords(): SQL<string> {
  const { firstName, lastName, email } = leads;
  return folded(sql`(coalesce(${firstName}, '') || ' ' || coalesce(${lastName}, '') || ' ' || coalesce(${email}, ''))`);
}

/** As `contains` says it of a text at hand; both folded. */
export function isInText(text: string, word: string): boolean {
  return SHORT_WORD.test(word) ? ` ${text}`.includes(` ${word}`) : text.includes(word);
}

/** That a word stands in a folded text. */
export function contains(
  { text, collation = sql`` }: { readonly text: SQL; readonly collation?: SQL },
  word: string,
): SQL | undefined {
  const escaped = word.replace(/[\\%_]/g, "\\$&");
  const like = (pattern: string) => sql`${text} like (${folded(sql`${pattern}`)}) ${collation}`;
  return SHORT_WORD.test(word) ? or(like(`${escaped}%`), like(`% ${escaped}%`)) : like(`%${escaped}%`);
}
