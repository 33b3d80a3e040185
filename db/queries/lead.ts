import { and, asc, eq, ne, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { dialOf } from "#lib/leads/dial.ts";
import { flattenFields } from "#lib/leads/flatten-fields.ts";
import { sourceOf } from "#lib/leads/identity.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { Colleague, LeadProfile } from "#lib/leads/profile.ts";
import { ACCOUNT_FIELDS, LEAD_FIELDS, LEAD_STANDING } from "./lead-columns.ts";
import { identitiesOf } from "./lead-identities.ts";
import { visibleLeads } from "./visible-leads.ts";

/** A lead by id; null when there is none that the viewer may see. */
export async function findLead(
  { viewer, leadId }: { readonly viewer: Viewer; readonly leadId: number },
  executor: Executor = db,
): Promise<LeadProfile | null> {
  const [row] = await selectLead(executor)
    .where(and(eq(leads.id, leadId), visibleLeads(viewer)))
    .limit(1);
  if (!row) return null;
  const { lead, account, ownerName } = row;
  return {
    leadId,
    name: leadName(lead),
    email: lead.email,
    phone: lead.phone,
    dial: lead.phone === null ? null : dialOf(lead.phone, [lead.country, account?.country ?? null]),
    jobTitle: lead.jobTitle,
    city: lead.city,
    country: lead.country,
    source: lead.source,
    owner: lead.ownerId !== null && ownerName !== null ? { userId: lead.ownerId, name: ownerName } : null,
    stage: lead.stage,
    stageEnteredAt: lead.stageEnteredAt.getTime(),
    returnsOn: lead.returnsOn,
    mayCall: lead.mayCall,
    mayEmail: lead.mayEmail,
    mayScore: lead.mayScore,
    createdAt: lead.createdAt.getTime(),
    account,
    externalIds: row.identities.flatMap((identity) => {
      const source = sourceOf(identity);
      return source === null ? [] : [{ source, value: identity.value }];
    }),
    fields: flattenFields(lead, account),
  };
}

function selectLead(executor: Executor) {
  return executor
    .select({
      lead: {
        ...LEAD_FIELDS,
        ...LEAD_STANDING,
      },
      account: {
        accountId: accounts.id,
        ...ACCOUNT_FIELDS,
      },
      ownerName: users.name,
      identities: identitiesOf(leads.id),
    })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId));
}

type ColleaguesQuery = {
  readonly viewer: Viewer;
  readonly leadId: number;
  readonly accountId: number;
  readonly generationId: number | null;
  readonly limit: number;
};

/** Others at the same account whom the viewer may see, the highest score first. */
export async function listColleagues(query: ColleaguesQuery, executor: Executor = db): Promise<Colleague[]> {
  const { viewer, leadId, accountId, generationId, limit } = query;
  const rows = await executor
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      jobTitle: leads.jobTitle,
      cell: leadScores.cell,
      combined: leadScores.combined,
    })
    .from(leads)
    .leftJoin(
      leadScores,
      and(
        eq(leadScores.leadId, leads.id),
        eq(leadScores.kind, "lead"),
        generationId === null ? sql`false` : eq(leadScores.generationId, generationId),
      ),
    )
    .where(and(eq(leads.accountId, accountId), ne(leads.id, leadId), visibleLeads(viewer)))
    .orderBy(sql`${leadScores.combined} desc nulls last`, asc(leads.id))
    .limit(limit);
  return rows.map(({ firstName, lastName, email, ...row }) => ({
    ...row,
    name: leadName({ firstName, lastName, email }),
  }));
}
