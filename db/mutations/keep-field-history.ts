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
  await keepFieldHistories({ of, changed: [{ id, createdAt, changes }], at }, executor);
}

export type KeepFieldHistories = Pick<KeepFieldHistory, "of" | "at"> & {
  /** `at` of one: since when its values are so, where that is not the same for all. */
  readonly changed: readonly (Pick<KeepFieldHistory, "id" | "createdAt" | "changes"> & { readonly at?: Date })[];
};

/** As `keepFieldHistory`, for many at once. */
export async function keepFieldHistories({ of, changed, at }: KeepFieldHistories, executor: Executor): Promise<void> {
  const { table, owner } = TABLES[of];
  const rows = changed.flatMap(({ id, createdAt, changes, at: since = at }) =>
    changes.map(({ field, before, value }) => ({
      id,
      created_at: createdAt,
      since,
      field,
      before: JSON.stringify(before),
      value: JSON.stringify(value),
    })),
  );
  if (rows.length === 0) return;
  await executor.execute(sql`
    with said as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as said (
        id bigint, created_at timestamptz, since timestamptz, field text, before text, value text)
    ), first as (
      insert into ${table} (${owner}, field, valid_from, value, is_timed)
      select id, field, created_at, nullif(before, 'null')::jsonb, false from said
      where created_at < since and not exists (
        select from ${table} known where known.${owner} = said.id and known.field = said.field)
    )
    insert into ${table} (${owner}, field, valid_from, value, is_timed)
    select id, field, since, nullif(value, 'null')::jsonb, true from said
    on conflict (${owner}, field, valid_from) do update set value = excluded.value, is_timed = excluded.is_timed`);
}
