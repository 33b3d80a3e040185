import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import type { Values } from "#lib/ingest/traits.ts";

/** Of a lead: who sends a new name each time must not fill the disk. */
const MOST_A_LEAD = 100;

export type KeepTraits = {
  /** Traits that no field keeps, by lead. */
  readonly traits: ReadonlyMap<number, Values>;
  /** Whether what was said before stays. */
  readonly onlyEmpty: boolean;
  readonly at: Date;
};

/** Keeps what was said of leads until somebody makes a field of it. The caller holds their locks. */
export async function keepTraits({ traits, onlyEmpty, at }: KeepTraits, executor: Executor): Promise<void> {
  const rows = [...traits].flatMap(([leadId, said]) =>
    Object.entries(said).map(([name, value]) => ({ lead_id: leadId, name, value })),
  );
  if (rows.length === 0) return;
  await executePrepared(
    sql`
      insert into lead_traits as known (lead_id, name, value, said_at)
      select lead_id, name, value, ${at.toISOString()}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as said (lead_id bigint, name text, value jsonb)
      where (select count(*) from lead_traits kept where kept.lead_id = said.lead_id) < ${MOST_A_LEAD}::int
        or exists (select from lead_traits kept where kept.lead_id = said.lead_id and kept.name = said.name)
      on conflict (lead_id, name) do update set value = excluded.value, said_at = excluded.said_at
      where not ${onlyEmpty}::boolean and known.value <> excluded.value`,
    executor,
  );
}
