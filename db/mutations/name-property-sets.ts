import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { PROPERTY_SETS } from "#db/locks.ts";
import { executePrepared } from "#db/prepared.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";

/** Properties that differ from event to event, an address or a time, would make a set of each. */
export const MOST_SETS_A_TYPE = 4096;
const LONGEST = 200;

/** What an event of a type said, as JSON. */
export type Said = { readonly typeId: number; readonly text: string };

/** null for what has no set: nothing, or too much. */
export function saidOf(typeId: number, properties: Readonly<Record<string, FieldValue>> | null): Said | null {
  if (properties === null) return null;
  const text = JSON.stringify(properties);
  return text.length > LONGEST ? null : { typeId, text };
}

export function saidKey({ typeId, text }: Said): string {
  return `${typeId} ${text}`;
}

/**
 * Ids of sets by `saidKey`; what is said for the first time gets one while its type has few. What gets
 * none, also because another transaction is just adding some, stands with its event alone: nobody waits.
 */
export async function namePropertySets(said: readonly Said[], executor: Executor): Promise<Map<string, number>> {
  if (said.length === 0) return new Map();
  const wanted = [...new Map(said.map((each) => [saidKey(each), each] as const)).values()];
  const rows = await executePrepared<{ type_id: number; text: string; id: number }>(
    sql`
      with said as materialized (
        select said.type_id, said.text, known.id
        from unnest(${`{${wanted.map(({ typeId }) => typeId).join()}}`}::int[], ${sql.param(wanted.map(({ text }) => text))}::text[]) as said (type_id, text)
        left join property_sets known on known.type_id = said.type_id and known.text = said.text
      ), open_type as materialized (
        select type_id, coalesce(n, 0) as n
        from (select distinct type_id from said where id is null) missing,
          lateral (select max(known.n) as n from property_sets known where known.type_id = missing.type_id) newest
        where coalesce(n, 0) < ${MOST_SETS_A_TYPE} and pg_try_advisory_xact_lock(${PROPERTY_SETS}::int, type_id)
      ), added as (
        insert into property_sets (type_id, text, n)
        select said.type_id, text, open_type.n + row_number() over (partition by said.type_id)
        from said join open_type on open_type.type_id = said.type_id
        where id is null
        on conflict do nothing
        returning type_id, text, id
      )
      select type_id, text, id from said where id is not null
      union all select type_id, text, id from added`,
    executor,
  );
  return new Map(rows.map(({ type_id, text, id }) => [saidKey({ typeId: type_id, text }), id] as const));
}
