import { and, eq, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { leadFieldValues, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { COLUMN_OF, isColumnField, mayHold } from "#lib/leads/editable-fields.ts";
import { normalizeEmail } from "#lib/leads/identity.ts";
import { isSame } from "#lib/model/same.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { renameLead } from "./rename-lead.ts";
import { scoreLeads } from "./score-leads.ts";

export type SetLeadFields = {
  readonly leadId: number;
  readonly viewer: Viewer;
  /** New values by field key, standard and own; null empties a field. A date is an epoch day. */
  readonly values: Readonly<Record<string, FieldValue | null>>;
  readonly at: Date;
};

/**
 * Changes fields of a lead, keeps what they were, and scores the lead anew. A value that is there
 * already changes nothing. Refuses unknown fields, values of another type, and an e-mail address that
 * names another lead.
 */
export async function setLeadFields(
  input: SetLeadFields,
  executor: Executor = db,
): Promise<Result<{ readonly changed: readonly string[] }>> {
  return executor.transaction(async (tx) => {
    await lockLeads([input.leadId], tx);
    const wrong = await wrongFields(input, tx);
    if (wrong.length > 0)
      return refuse("invalid_input", { fields: Object.fromEntries(wrong.map((field) => [field, "invalid"])) });
    const lead = await findLead(input, tx);
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    const changes = Object.entries(input.values).flatMap(([field, value]): Change[] => {
      const before = isColumnField(field) ? lead[COLUMN_OF[field]] : (lead.custom[field] ?? null);
      return isSame(before, value) ? [] : [{ field, before, value }];
    });
    const email = changes.find(({ field }) => field === "email");
    if (email && !(await renameLead({ leadId: input.leadId, email: email.value }, tx)))
      return refuse("conflict", { reason: "email_of_other_lead", fields: { email: "email_of_other_lead" } });
    if (changes.length === 0) return ok({ changed: [] });
    await keepHistory({ ...input, createdAt: lead.createdAt, changes }, tx);
    await write(input, lead.custom, changes, tx);
    await scoreLeads({ leadIds: [input.leadId], at: input.at, cause: "field", actorId: input.viewer.userId }, tx);
    return ok({ changed: changes.map(({ field }) => field) });
  });
}

type Change = { readonly field: string; readonly before: FieldValue | null; readonly value: FieldValue | null };

async function wrongFields({ values }: SetLeadFields, executor: Executor): Promise<string[]> {
  const types = await readFieldTypes(executor);
  return Object.entries(values).flatMap(([field, value]) => {
    const isEmail = field !== "email" || typeof value !== "string" || normalizeEmail(value) !== null;
    return mayHold(field, value, types) && isEmail ? [] : [field];
  });
}

async function findLead({ leadId, viewer }: SetLeadFields, executor: Executor) {
  const [lead] = await executor
    .select({
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      phone: leads.phone,
      jobTitle: leads.jobTitle,
      country: leads.country,
      city: leads.city,
      language: leads.language,
      source: leads.source,
      custom: leads.custom,
      createdAt: leads.createdAt,
    })
    .from(leads)
    .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
  return lead ?? null;
}

type History = SetLeadFields & { readonly createdAt: Date; readonly changes: readonly Change[] };

/** Each new value from now on; before the first change of a field also the value it had from the start. */
async function keepHistory({ leadId, createdAt, changes, at }: History, executor: Executor): Promise<void> {
  const fields = changes.map(({ field }) => field);
  const known = await executor
    .selectDistinct({ field: leadFieldValues.field })
    .from(leadFieldValues)
    .where(and(eq(leadFieldValues.leadId, leadId), inArray(leadFieldValues.field, fields)));
  const hasHistory = new Set(known.map(({ field }) => field));
  const rows = changes.flatMap(({ field, before, value }) => {
    const change = { leadId, field, value, validFrom: at, isTimed: true };
    const isFirst = !hasHistory.has(field) && createdAt < at;
    return isFirst ? [{ leadId, field, value: before, validFrom: createdAt, isTimed: false }, change] : [change];
  });
  for (const row of rows)
    await executor
      .insert(leadFieldValues)
      .values(row)
      .onConflictDoUpdate({
        target: [leadFieldValues.leadId, leadFieldValues.field, leadFieldValues.validFrom],
        set: { value: row.value, isTimed: row.isTimed },
      });
}

async function write(
  { leadId, at }: SetLeadFields,
  custom: Readonly<Record<string, FieldValue>>,
  changes: readonly Change[],
  executor: Executor,
): Promise<void> {
  const columns: Partial<Record<(typeof COLUMN_OF)[keyof typeof COLUMN_OF], string | null>> = {};
  const own: Record<string, FieldValue> = { ...custom };
  for (const { field, value } of changes) {
    if (isColumnField(field)) columns[COLUMN_OF[field]] = typeof value === "string" ? value : null;
    else if (value === null) delete own[field];
    else own[field] = value;
  }
  await executor
    .update(leads)
    .set({ ...columns, custom: own, updatedAt: at })
    .where(eq(leads.id, leadId));
}
