import { type SQL, sql } from "drizzle-orm";
import { leads } from "#db/schema/index.ts";
import { folded } from "./folded.ts";

/** What a lead itself is found by, as `lead_search.words` keeps it. */
export function searchWords(): SQL<string> {
  const { firstName, lastName, email } = leads;
  return folded(sql`(coalesce(${firstName}, '') || ' ' || coalesce(${lastName}, '') || ' ' || coalesce(${email}, ''))`);
}
