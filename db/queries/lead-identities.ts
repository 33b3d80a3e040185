import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { leadIdentities } from "#db/schema/index.ts";
import type { LeadIdentity } from "#lib/leads/identity.ts";

/** All that names a lead, by kind. */
export function identitiesOf(leadId: AnyPgColumn): SQL<LeadIdentity[]> {
  return sql<LeadIdentity[]>`(
    select coalesce(json_agg(json_build_object('kind', ${leadIdentities.kind}, 'value', ${leadIdentities.value})
      order by ${leadIdentities.kind}, ${leadIdentities.value}), '[]')
    from ${leadIdentities} where ${leadIdentities.leadId} = ${leadId})`;
}
