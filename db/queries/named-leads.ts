import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { accounts, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { NamedLead } from "#lib/leads/named-lead.ts";
import { visibleLeads } from "./visible-leads.ts";

/** Those of some leads that the viewer sees by name, in no order. */
export async function listNamedLeads(
  { viewer, leadIds }: { readonly viewer: Viewer; readonly leadIds: readonly number[] },
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
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(and(visibleLeads(viewer), inSlice(leads.id, { leadIds })));
  return rows.map(({ leadId, company, owner, ...named }) => ({ leadId, company, owner, name: leadName(named) }));
}
