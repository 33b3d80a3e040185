import type { Executor } from "#db/client.ts";
import { leadIdentities, leads, stageChanges } from "#db/schema/index.ts";
import { COLUMN_OF, isColumnField } from "#lib/leads/editable-fields.ts";
import type { LeadIdentity } from "#lib/leads/identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";

export type AddLead = {
  readonly identities: readonly LeadIdentity[];
  /** By field key, each of its type: they count from the lead's creation. */
  readonly values: Readonly<Record<string, FieldValue | null>>;
  readonly createdAt: Date;
  readonly timeZone: string;
  readonly at: Date;
};

/** Stores a lead that is not there yet, in the caller's transaction, and gives its id; null: one of its names is another's by now. */
export async function addLead(
  { identities, values, createdAt, timeZone, at }: AddLead,
  executor: Executor,
): Promise<number | null> {
  const columns: Partial<Record<(typeof COLUMN_OF)[keyof typeof COLUMN_OF], string>> = {};
  const custom: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value === null) continue;
    if (isColumnField(field)) columns[COLUMN_OF[field]] = String(value);
    else custom[field] = value;
  }
  const createdDay = localDay(createdAt.getTime(), timeZone);
  const [lead] = await executor
    .insert(leads)
    .values({ ...columns, custom, stageEnteredAt: createdAt, createdAt, createdDay, updatedAt: at })
    .returning({ id: leads.id });
  if (!lead) throw new Error("The lead was not stored.");
  const named = await executor
    .insert(leadIdentities)
    .values(identities.map((identity) => ({ ...identity, leadId: lead.id })))
    .onConflictDoNothing()
    .returning({ kind: leadIdentities.kind });
  if (named.length < identities.length) return null;
  await executor.insert(stageChanges).values({ leadId: lead.id, at: createdAt, toStage: "lead", cause: "import" });
  return lead.id;
}
