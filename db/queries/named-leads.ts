import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { accounts, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import { MOST_NAMED, type NamedLead } from "#lib/leads/named-lead.ts";
import { visibleLeads } from "./visible-leads.ts";

type Query = { readonly viewer: Viewer; readonly leadIds: readonly number[]; readonly limit?: number | undefined };

/** The first of some leads that the viewer sees by name, in the order given. */
export async function listNamedLeads(
  { viewer, leadIds, limit = MOST_NAMED }: Query,
  executor: Executor = db,
): Promise<NamedLead[]> {
  const rows = await executor
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: accounts.name,
      owner: users.name,
    })
    .from(leads)
    .innerJoin(sql`unnest(${idArray(leadIds)}) with ordinality as asked (id, place)`, sql`asked.id = ${leads.id}`)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(visibleLeads(viewer))
    .orderBy(sql`asked.place`)
    .limit(limit);
  return rows.map(({ leadId, company, owner, ...named }) => ({ leadId, company, owner, name: leadName(named) }));
}
