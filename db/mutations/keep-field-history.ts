import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";

export type FieldChanged = {
  readonly field: string;
  readonly before: FieldValue | null;
  readonly value: FieldValue | null;
};

export type KeepFieldHistory = {
  readonly of: "lead" | "account";
  readonly id: number;
  readonly createdAt: Date;
  readonly changes: readonly FieldChanged[];
  readonly at: Date;
};

const TABLES = {
  lead: { table: sql`lead_field_values`, owner: sql`lead_id` },
  account: { table: sql`account_field_values`, owner: sql`account_id` },
};

/** Keeps each new value from now on; before the first change of a field also the value it had from the start. */
export async function keepFieldHistory(
  { of, id, createdAt, changes, at }: KeepFieldHistory,
  executor: Executor,
): Promise<void> {
  const { table, owner } = TABLES[of];
  const rows = changes.map(({ field, before, value }) => ({
    field,
    before: JSON.stringify(before),
    value: JSON.stringify(value),
  }));
  await executor.execute(sql`
    with said as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as said (field text, before text, value text)
    ), first as (
      insert into ${table} (${owner}, field, valid_from, value, is_timed)
      select ${id}, field, ${createdAt.toISOString()}::timestamptz, nullif(before, 'null')::jsonb, false from said
      where ${createdAt < at} and not exists (
        select from ${table} known where known.${owner} = ${id} and known.field = said.field)
    )
    insert into ${table} (${owner}, field, valid_from, value, is_timed)
    select ${id}, field, ${at.toISOString()}::timestamptz, nullif(value, 'null')::jsonb, true from said
    on conflict (${owner}, field, valid_from) do update set value = excluded.value, is_timed = excluded.is_timed`);
}
