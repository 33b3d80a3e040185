import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { leadIdentities } from "#db/schema/index.ts";

/** The id that a lead has at a source; the first by name of the source when it has several. */
export function externalIdOf(leadId: AnyPgColumn): SQL<string | null> {
  return sql<string | null>`(
    select ${leadIdentities.value} from ${leadIdentities}
    where ${leadIdentities.leadId} = ${leadId} and ${leadIdentities.kind} like 'external:%'
    order by ${leadIdentities.kind}, ${leadIdentities.value} limit 1)`;
}
