import type { BulkClient } from "#db/bulk.ts";
import type { ValueChange } from "#lib/import/fold.ts";

type Changed = { readonly id: number; readonly createdAt: number; readonly changes: readonly ValueChange[] };
type History = {
  readonly table: "lead_field_values" | "account_field_values";
  readonly owner: "lead_id" | "account_id";
};

export const LEAD_HISTORY: History = { table: "lead_field_values", owner: "lead_id" };
export const ACCOUNT_HISTORY: History = { table: "account_field_values", owner: "account_id" };

/**
 * Keeps each new value from now on, and before the first change of a field also the value it had
 * from the start.
 */
export async function keepHistory(
  changed: readonly Changed[],
  { at, history: { table, owner } }: { readonly at: Date; readonly history: History },
  client: BulkClient,
): Promise<void> {
  const rows = changed.flatMap(({ id, createdAt, changes }) =>
    changes.map(({ field, before, value }) => ({
      id,
      field,
      before: JSON.stringify(before),
      value: JSON.stringify(value),
      created_at: new Date(Math.min(createdAt, at.getTime())),
    })),
  );
  if (rows.length === 0) return;
  await client.query({
    name: `keep_${table}`,
    text: `
      with said as (
        select * from json_to_recordset($1::json) as said (id bigint, field text, before text, value text, created_at timestamptz)
      ), first as (
        insert into ${table} (${owner}, field, valid_from, value, is_timed)
        select id, field, created_at, nullif(before, 'null')::jsonb, false from said
        where created_at < $2 and not exists (
          select from ${table} known where known.${owner} = said.id and known.field = said.field)
        on conflict do nothing
      )
      insert into ${table} (${owner}, field, valid_from, value, is_timed)
      select id, field, $2, value::jsonb, false from said
      on conflict (${owner}, field, valid_from) do update set value = excluded.value, is_timed = excluded.is_timed`,
    values: [JSON.stringify(rows), at],
  });
}
