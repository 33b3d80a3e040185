import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Executor } from "#db/client.ts";
import {
  alerts,
  claimedLeads,
  events,
  leadFieldValues,
  leadIdentities,
  leadMerges,
  leads,
  slaClocks,
  stageChanges,
  visitors,
  webhookDeliveries,
} from "#db/schema/index.ts";
import type { MergeCause } from "#lib/leads/merge-cause.ts";
import { keyOf, LOG_OF_THE_RECORD, OWNED } from "./lead-tables.ts";

export type RememberMerge = {
  readonly keptId: number;
  readonly mergedId: number;
  readonly cause: MergeCause;
  /** null: no person. */
  readonly actorId: number | null;
  readonly at: Date;
};

/** Rows that are remembered whole. Of events, which may be many and change nowhere, only which there were. */
export const REMEMBERED: readonly PgTable[] = [
  ...OWNED.filter((table) => table !== events && table !== leadFieldValues),
  ...LOG_OF_THE_RECORD,
];

/**
 * Writes down what is of each of two leads before they become one. PostgreSQL keeps the rows as it has them: no value
 * passes through this program. `both` are rows of the record that goes whose like the other has as well.
 */
export async function rememberMerge(
  { keptId, mergedId, cause, actorId, at }: RememberMerge,
  executor: Executor,
): Promise<void> {
  const rows = sql.join(
    REMEMBERED.flatMap((table) => [sql`${getTableName(table)}::text`, rowsOf(table)]),
    sql`, `,
  );
  const both = sql.join(
    REMEMBERED.flatMap((table) => [sql`${getTableName(table)}::text`, rowsOf(table, isBoth(table))]),
    sql`, `,
  );
  await executor.execute(sql`
    insert into ${leadMerges} (lead_id, merged_id, at, cause, actor_id, memory)
    select ${keptId}, ${mergedId}, ${at.toISOString()}::timestamptz, ${cause}, ${actorId}, jsonb_build_object(
      'kept', (select to_jsonb(lead) from ${leads} lead where id = ${keptId}),
      'merged', (select to_jsonb(lead) from ${leads} lead where id = ${mergedId}),
      'rows', jsonb_build_object(${rows}),
      'both', jsonb_build_object(${both}),
      'events', (select coalesce(jsonb_agg(jsonb_build_array(own.id, own.joined_at, ${isBoth(events)})), '[]')
        from ${events} own where lead_id = ${mergedId}),
      'fields', ${rowsOf(leadFieldValues)},
      'keptFields', (select coalesce(jsonb_agg(to_jsonb(own)), '[]') from ${leadFieldValues} own where lead_id = ${keptId}),
      'keptArrivals', (select coalesce(jsonb_agg(to_jsonb(own)), '[]') from ${stageChanges} own
        where lead_id = ${keptId} and from_stage is null),
      'clocks', (select coalesce(jsonb_agg(own.id), '[]') from ${slaClocks} own
        where lead_id in (${keptId}, ${mergedId}) and stopped_at is null and ended_at is null),
      'visitors', (select coalesce(jsonb_agg(own.anonymous_id), '[]') from ${visitors} own where lead_id = ${mergedId}),
      'claimed', (select coalesce(jsonb_agg(to_jsonb(own)), '[]') from ${claimedLeads} own where lead_id in (${keptId}, ${mergedId})),
      'identities', (select coalesce(jsonb_agg(jsonb_build_array(own.kind, own.value)), '[]')
        from ${leadIdentities} own where lead_id = ${mergedId}),
      'alerts', (select coalesce(jsonb_agg(jsonb_build_array(own.user_id, own.id)), '[]')
        from ${alerts} own where lead_id = ${mergedId}),
      'deliveries', (select coalesce(jsonb_agg(jsonb_build_array(own.endpoint_id, own.id)), '[]')
        from ${webhookDeliveries} own where lead_id = ${mergedId}))`);

  function rowsOf(table: PgTable, where?: SQL): SQL {
    return sql`(select coalesce(jsonb_agg(to_jsonb(own) - 'memory'), '[]') from ${table} own
      where lead_id = ${mergedId} and ${where ?? sql`true`})`;
  }
  function isBoth(table: PgTable): SQL {
    return sql`exists (select from ${table} other
      where other.lead_id = ${keptId} and (${keyOf(table, sql`other`)}) = (${keyOf(table, sql`own`)}))`;
  }
}
