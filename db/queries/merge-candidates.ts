import { and, eq, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import { accounts, leads, PHONE_DIGITS, phoneKey } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { MergeCandidate } from "#lib/leads/merge-view.ts";
import { nameKey } from "./lead-order.ts";
import { visibleLeads } from "./visible-leads.ts";

type Query = { readonly leadId: number; readonly viewer: Viewer };

const MOST = 12;

/** Other leads that may be the same person: of the same name and company, or with the same phone number. */
export async function listMergeCandidates(
  { leadId, viewer }: Query,
  executor: Executor = db,
): Promise<MergeCandidate[]> {
  const [lead] = await executor
    .select({
      nameKey: nameKey(),
      hasName: sql<boolean>`${leads.lastName} is not null`,
      phone: leads.phone,
      company: accounts.name,
    })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
  if (!lead) return [];
  const digits = lead.phone?.replace(/\D/g, "").slice(-PHONE_DIGITS) ?? "";
  const works = alias(accounts, "works");
  const isNamesake =
    lead.hasName && lead.company !== null
      ? sql`${nameKey()} = ${lead.nameKey} and lower(${works.name}) = lower(${lead.company})`
      : sql`false`;
  const isOnPhone = digits.length === PHONE_DIGITS ? sql`${phoneKey(leads.phone)} = ${digits}` : sql`false`;
  const rows = await executor
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: works.name,
      isNamesake: sql<boolean>`${isNamesake}`,
      isOnPhone: sql<boolean>`coalesce(${isOnPhone}, false)`,
    })
    .from(leads)
    .leftJoin(works, eq(works.id, leads.accountId))
    .where(and(ne(leads.id, leadId), visibleLeads(viewer), or(isNamesake, isOnPhone)))
    .orderBy(leads.id)
    .limit(MOST);
  return rows.map(({ isNamesake: sameName, isOnPhone: samePhone, company, ...named }) => ({
    leadId: named.leadId,
    name: leadName(named),
    email: named.email,
    company,
    reasons: [...(sameName ? (["name_and_company"] as const) : []), ...(samePhone ? (["phone"] as const) : [])],
  }));
}
