import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { LEAD_FIELDS } from "#db/queries/lead-columns.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { COLUMN_OF, isColumnField, mayHold, whyNotHeld } from "#lib/leads/editable-fields.ts";
import { normalizeEmail } from "#lib/leads/identity.ts";
import { isSame } from "#lib/model/same.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { type FieldChanged, keepFieldHistory } from "./keep-field-history.ts";
import { renameLead } from "./rename-lead.ts";
import { scoreLeads } from "./score-leads.ts";

export type SetLeadFields = {
  readonly leadId: number;
  /** null: another program, which sees all leads. */
  readonly viewer: Viewer | null;
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
    if (wrong.length > 0) return refuse("invalid_input", { fields: Object.fromEntries(wrong) });
    const lead = await findLead(input, tx);
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    const changes = Object.entries(input.values).flatMap(([field, value]): FieldChanged[] => {
      const before = isColumnField(field) ? lead[COLUMN_OF[field]] : (lead.custom[field] ?? null);
      return isSame(before, value) ? [] : [{ field, before, value }];
    });
    const email = changes.find(({ field }) => field === "email");
    if (email && !(await renameLead({ leadId: input.leadId, email: email.value }, tx)))
      return refuse("conflict", { reason: "email_of_other_lead", fields: { email: "email_of_other_lead" } });
    if (changes.length === 0) return ok({ changed: [] });
    await keepFieldHistory({ of: "lead", id: input.leadId, createdAt: lead.createdAt, changes, at: input.at }, tx);
    await write(input, lead.custom, changes, tx);
    await scoreLeads(
      { leadIds: [input.leadId], at: input.at, cause: "field", actorId: input.viewer?.userId ?? null },
      tx,
    );
    return ok({ changed: changes.map(({ field }) => field) });
  });
}

type FieldRefused = readonly [field: string, reason: string];

async function wrongFields({ values }: SetLeadFields, executor: Executor): Promise<FieldRefused[]> {
  const types = await readFieldTypes(executor);
  return Object.entries(values).flatMap(([field, value]): FieldRefused[] => {
    if (!mayHold(field, value, types)) return [[field, whyNotHeld(field, types)]];
    const isEmail = field !== "email" || typeof value !== "string" || normalizeEmail(value) !== null;
    return isEmail ? [] : [[field, "not_an_email"]];
  });
}

async function findLead({ leadId, viewer }: SetLeadFields, executor: Executor) {
  const [lead] = await executor
    .select({
      ...LEAD_FIELDS,
      createdAt: leads.createdAt,
    })
    .from(leads)
    .where(and(eq(leads.id, leadId), viewer ? visibleLeads(viewer) : undefined));
  return lead ?? null;
}

async function write(
  { leadId, at }: SetLeadFields,
  custom: Readonly<Record<string, FieldValue>>,
  changes: readonly FieldChanged[],
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
