import { type SQL, sql } from "drizzle-orm";

/** Lower case of every script, as the database's own locale may know only ASCII; also how names are ordered. */
export function folded(text: SQL): SQL<string> {
  return sql<string>`lower(${text} collate "und-x-icu")`;
}
