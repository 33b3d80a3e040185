import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import type { TraitOwner } from "#lib/ingest/other-traits.ts";
import type { Values } from "#lib/ingest/traits.ts";

/** Of a lead or company: who sends a new name each time must not fill the disk. */
const MOST_OF_ONE = 100;

const TABLES = {
  lead: { table: sql`lead_traits`, owner: sql`lead_id` },
  account: { table: sql`account_traits`, owner: sql`account_id` },
};

export type KeepTraits = {
  readonly of: TraitOwner;
  /** Traits that no field keeps, by lead or company. */
  readonly traits: ReadonlyMap<number, Values>;
  /** Whether what was said before stays. */
  readonly onlyEmpty: boolean;
  readonly at: Date;
};

/** Keeps what was said until somebody makes a field of it. The caller holds the locks of the leads or companies. */
export async function keepTraits({ of, traits, onlyEmpty, at }: KeepTraits, executor: Executor): Promise<void> {
  const rows = [...traits].flatMap(([id, said]) => Object.entries(said).map(([name, value]) => ({ id, name, value })));
  if (rows.length === 0) return;
  const { table, owner } = TABLES[of];
  await executePrepared(
    sql`
      insert into ${table} as known (${owner}, name, value, said_at)
      select id, name, value, ${at.toISOString()}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as said (id bigint, name text, value jsonb)
      where (select count(*) from ${table} kept where kept.${owner} = said.id) < ${MOST_OF_ONE}::int
        or exists (select from ${table} kept where kept.${owner} = said.id and kept.name = said.name)
      on conflict (${owner}, name) do update set value = excluded.value, said_at = excluded.said_at
      where not ${onlyEmpty}::boolean and known.value <> excluded.value`,
    executor,
  );
}
