import { inArray, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { LEAD_FIELDS } from "#db/queries/lead-columns.ts";
import { leads } from "#db/schema/index.ts";
import type { Values } from "#lib/ingest/traits.ts";
import { COLUMN_OF, isColumnField } from "#lib/leads/editable-fields.ts";
import { isSame } from "#lib/model/same.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { type FieldChanged, keepFieldHistories } from "./keep-field-history.ts";

export type FillLeadFields = {
  /** New values by lead and field, of fields that there are and of their types. Nothing is emptied. */
  readonly values: ReadonlyMap<number, Values>;
  /** Whether values that are there stay. */
  readonly onlyEmpty: boolean;
  readonly at: Date;
  /** Since when the values of a lead are so, where that is not `at`. */
  readonly since?: ReadonlyMap<number, Date>;
};

type ChangedLead = {
  readonly id: number;
  readonly createdAt: Date;
  readonly changes: readonly FieldChanged[];
  readonly at: Date;
};

/** Gives many leads values at once, keeping what they were. Gives those that changed. The caller holds their locks. */
export async function fillLeadFields(
  { values, onlyEmpty, at, since }: FillLeadFields,
  executor: Executor,
): Promise<readonly number[]> {
  if (values.size === 0) return [];
  const stored = await executor
    .select({ id: leads.id, ...LEAD_FIELDS, createdAt: leads.createdAt })
    .from(leads)
    .where(inArray(leads.id, [...values.keys()]));
  const changed = stored.flatMap((lead): ChangedLead[] => {
    const changes = Object.entries(values.get(lead.id) ?? {}).flatMap(([field, value]): FieldChanged[] => {
      const before = isColumnField(field) ? lead[COLUMN_OF[field]] : (lead.custom[field] ?? null);
      return isSame(before, value) || (onlyEmpty && before !== null) ? [] : [{ field, before, value }];
    });
    return changes.length === 0
      ? []
      : [{ id: lead.id, createdAt: lead.createdAt, changes, at: since?.get(lead.id) ?? at }];
  });
  if (changed.length === 0) return [];
  await keepFieldHistories({ of: "lead", changed, at }, executor);
  await executor.execute(sql`
    update leads lead set
      first_name = coalesce(said.first_name, lead.first_name), last_name = coalesce(said.last_name, lead.last_name),
      email = coalesce(said.email, lead.email), phone = coalesce(said.phone, lead.phone),
      job_title = coalesce(said.job_title, lead.job_title), country = coalesce(said.country, lead.country),
      city = coalesce(said.city, lead.city), language = coalesce(said.language, lead.language),
      source = coalesce(said.source, lead.source), custom = lead.custom || said.custom,
      updated_at = ${at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(changed.map(toRow))}::json) as said (
      id bigint, first_name text, last_name text, email text, phone text, job_title text, country text, city text,
      language text, source text, custom jsonb)
    where lead.id = said.id`);
  return changed.map(({ id }) => id);
}

function toRow({ id, changes }: ChangedLead) {
  const columns: Record<string, FieldValue | null> = {};
  const custom: Record<string, FieldValue | null> = {};
  for (const { field, value } of changes) (isColumnField(field) ? columns : custom)[field] = value;
  return { id, ...columns, custom };
}
