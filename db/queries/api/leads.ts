import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadIdentities, leads, users } from "#db/schema/index.ts";
import { flattenFields } from "#lib/leads/flatten-fields.ts";
import { EMAIL_KIND, externalKind, type LeadIdentity, normalizeEmail } from "#lib/leads/identity.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { LEAD_FIELDS, LEAD_STANDING } from "../lead-columns.ts";
import { identitiesOf } from "../lead-identities.ts";

/** A lead as another program reads it. Days are epoch days. */
export type ReadLead = {
  readonly leadId: number;
  readonly accountId: number | null;
  readonly email: string | null;
  /** Its e-mail address; null: nobody's. */
  readonly owner: string | null;
  readonly identities: readonly LeadIdentity[];
  readonly stage: Stage;
  readonly stageEnteredAt: Date;
  readonly returnsOn: number | null;
  readonly mayCall: boolean;
  readonly mayEmail: boolean;
  readonly mayScore: boolean;
  readonly fields: Readonly<Record<string, FieldValue | null>>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type LeadsQuery = {
  /** The id before the first. */
  readonly after: number;
  readonly limit: number;
  readonly stage?: Stage | undefined;
  readonly email?: string | undefined;
  readonly externalId?: { readonly source: string; readonly id: string } | undefined;
};

/** Leads by id, behind a given one. */
export async function listReadLeads(query: LeadsQuery, executor: Executor = db): Promise<ReadLead[]> {
  const { after, limit, stage, email, externalId } = query;
  const names = [
    ...(email === undefined ? [] : [{ kind: EMAIL_KIND, value: normalizeEmail(email) ?? "" }]),
    ...(externalId ? [{ kind: externalKind(externalId.source), value: externalId.id }] : []),
  ];
  const named = await Promise.all(names.map((name) => findNamed(name, executor)));
  if (named.includes(null)) return [];
  const isNamed = named.map((leadId) => eq(leads.id, leadId ?? 0));
  return select(and(gt(leads.id, after), stage && eq(leads.stage, stage), ...isNamed), limit, executor);
}

/** null: there is none. */
export async function findReadLead(
  { leadId }: { readonly leadId: number },
  executor: Executor = db,
): Promise<ReadLead | null> {
  const [lead] = await select(eq(leads.id, leadId), 1, executor);
  return lead ?? null;
}

async function findNamed({ kind, value }: LeadIdentity, executor: Executor): Promise<number | null> {
  const [found] = await executor
    .select({ leadId: leadIdentities.leadId })
    .from(leadIdentities)
    .where(and(eq(leadIdentities.kind, kind), eq(leadIdentities.value, value)));
  return found?.leadId ?? null;
}

async function select(where: SQL | undefined, limit: number, executor: Executor): Promise<ReadLead[]> {
  const rows = await executor
    .select({
      leadId: leads.id,
      accountId: leads.accountId,
      updatedAt: leads.updatedAt,
      owner: users.email,
      identities: identitiesOf(leads.id),
      ...LEAD_FIELDS,
      ...LEAD_STANDING,
    })
    .from(leads)
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(where)
    .orderBy(asc(leads.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, fields: flattenFields(row, null) }));
}
