import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Executor } from "#db/client.ts";
import {
  alerts,
  callListEntries,
  claimedLeads,
  events,
  leadFieldValues,
  leadIdentities,
  leadMerges,
  slaClocks,
  stageChanges,
  visitors,
  webhookDeliveries,
} from "#db/schema/index.ts";
import { columnsOf, keyOf, LOG_OF_THE_RECORD } from "./lead-tables.ts";
import { REMEMBERED } from "./remember-merge.ts";

export type RestoreLeadRows = {
  readonly keptId: number;
  readonly mergedId: number;
  readonly mergeId: number;
  /** When the two became one. */
  readonly mergedAt: Date;
};

/**
 * Gives back what came with a record that went into another, as it is by now; what came since stays. The record is
 * there again already.
 */
export async function restoreLeadRows(input: RestoreLeadRows, executor: Executor): Promise<void> {
  const { keptId, mergedId } = input;
  const memory = memoryOf(input);
  for (const table of REMEMBERED) {
    if (!LOG_OF_THE_RECORD.some((log) => log === table)) await moveBack(input, table, executor);
    await putBack(input, table, executor);
  }
  await restoreEvents(input, executor);
  await restoreFields(input, executor);
  await restoreClocks(input, executor);
  await executor.execute(sql`
    insert into ${stageChanges} (lead_id, ${columnsOf(stageChanges)}) overriding system value
    select ${keptId}::bigint, ${columnsOf(stageChanges)}
    from jsonb_populate_recordset(null::stage_changes, ${memory} -> 'keptArrivals') on conflict do nothing`);
  await executor.execute(sql`
    update ${leadIdentities} known set lead_id = ${mergedId}
    from jsonb_array_elements(${memory} -> 'identities') own
    where known.lead_id = ${keptId} and known.kind = own ->> 0 and known.value = own ->> 1`);
  await executor.execute(sql`
    update ${visitors} known set lead_id = ${mergedId}
    where known.lead_id = ${keptId} and known.anonymous_id in (select jsonb_array_elements_text(${memory} -> 'visitors'))`);
  await executor.execute(sql`
    insert into ${claimedLeads} select * from jsonb_populate_recordset(null::claimed_leads, ${memory} -> 'claimed')
    on conflict do nothing`);
  await executor.execute(sql`
    update ${alerts} known set lead_id = ${mergedId} from jsonb_array_elements(${memory} -> 'alerts') own
    where known.lead_id = ${keptId} and known.user_id = (own ->> 0)::bigint and known.id = (own ->> 1)::bigint`);
  await executor.execute(sql`
    update ${webhookDeliveries} known set lead_id = ${mergedId} from jsonb_array_elements(${memory} -> 'deliveries') own
    where known.lead_id = ${keptId} and known.endpoint_id = (own ->> 0)::int and known.id = (own ->> 1)::bigint`);
  await executor.execute(
    sql`update ${callListEntries} set merged_lead_id = null where lead_id = ${keptId} and merged_lead_id = ${mergedId}`,
  );
}

/** What was moved, as it has become; what the other lead had as well stays there. */
async function moveBack(input: RestoreLeadRows, table: PgTable, executor: Executor): Promise<void> {
  const { keptId, mergedId, mergedAt } = input;
  // An attempt that came since stays, and so does the clock that it stopped.
  const isOfTheMerged =
    table === slaClocks ? sql`(own.stopped_at is null or own.stopped_at <= ${instant(mergedAt)})` : sql`true`;
  await executor.execute(sql`
    with moved as (
      delete from ${table} own
      where own.lead_id = ${keptId} and ${isOfTheMerged}
        and (${keyOf(table, sql`own`)}) in (select ${keyOf(table)} from ${remembered(input, "rows", table)})
        and (${keyOf(table, sql`own`)}) not in (select ${keyOf(table)} from ${remembered(input, "both", table)})
      returning *)
    insert into ${table} (lead_id, ${columnsOf(table)}) overriding system value
    select ${mergedId}::bigint, ${columnsOf(table)} from moved on conflict do nothing`);
}

/** What was left out or taken away when the two became one. */
async function putBack(input: RestoreLeadRows, table: PgTable, executor: Executor): Promise<void> {
  const { keptId, mergedId } = input;
  const isLog = LOG_OF_THE_RECORD.some((log) => log === table);
  if (table === leadMerges) return;
  await executor.execute(sql`
    insert into ${table} (lead_id, ${columnsOf(table)}) overriding system value
    select ${mergedId}::bigint, ${columnsOf(table, sql`own`)} from ${remembered(input, "rows", table)} own
    where ${isLog} or (${keyOf(table, sql`own`)}) in (select ${keyOf(table)} from ${remembered(input, "both", table)})
      or not exists (select from ${table} stayed
        where stayed.lead_id = ${keptId} and (${keyOf(table, sql`stayed`)}) = (${keyOf(table, sql`own`)}))
    on conflict do nothing`);
}

async function restoreEvents(input: RestoreLeadRows, executor: Executor): Promise<void> {
  const { keptId, mergedId } = input;
  const own = sql`
    select (own ->> 0)::uuid as id, (own ->> 1)::timestamptz as joined_at, (own ->> 2)::boolean as is_both
    from jsonb_array_elements(${memoryOf(input)} -> 'events') own`;
  await executor.execute(sql`
    insert into ${events} (lead_id, ${columnsOf(events)})
    select ${mergedId}::bigint, ${columnsOf(events, sql`stored`)}
    from ${events} stored join (${own}) own on own.id = stored.id where stored.lead_id = ${keptId}
    on conflict do nothing`);
  await executor.execute(sql`
    update ${events} stored set joined_at = own.joined_at from (${own}) own
    where stored.lead_id = ${mergedId} and stored.id = own.id`);
  await executor.execute(sql`
    delete from ${events} stored using (${own}) own
    where stored.lead_id = ${keptId} and stored.id = own.id and not own.is_both`);
}

/** The history of a field that was filled goes back; of one that changed since, what it became stays. */
async function restoreFields(input: RestoreLeadRows, executor: Executor): Promise<void> {
  const { keptId, mergedId, mergedAt } = input;
  const memory = memoryOf(input);
  const columns = columnsOf(leadFieldValues);
  await executor.execute(sql`
    insert into ${leadFieldValues} (lead_id, ${columns})
    select ${mergedId}::bigint, ${columns} from jsonb_populate_recordset(null::lead_field_values, ${memory} -> 'fields')
    on conflict do nothing`);
  await executor.execute(sql`
    delete from ${leadFieldValues} where lead_id = ${keptId} and valid_from <= ${instant(mergedAt)}
      and field in (select jsonb_array_elements_text(${filledFields(memory)}))`);
  const bornAt = sql`(${memory} -> 'kept' ->> 'created_at')::timestamptz`;
  const earlier = sql`(${memory} -> 'merged' ->> 'created_at')::timestamptz`;
  await executor.execute(sql`
    update ${leadFieldValues} known set valid_from = ${bornAt}
    where known.lead_id = ${keptId} and not known.is_timed and known.valid_from = ${earlier} and ${earlier} < ${bornAt}
      and not exists (select from ${leadFieldValues} other
        where other.lead_id = known.lead_id and other.field = known.field and other.valid_from = ${bornAt})`);
  await executor.execute(sql`
    insert into ${leadFieldValues} (lead_id, ${columns})
    select ${keptId}::bigint, ${columns} from jsonb_populate_recordset(null::lead_field_values, ${memory} -> 'keptFields')
    where field in (select jsonb_array_elements_text(${filledFields(memory)}))
    on conflict do nothing`);
}

/** Keys of fields that the lead has from the other, as `mergeRecords` fills them. */
function filledFields(memory: SQL): SQL {
  return sql`(
    select coalesce(jsonb_agg(field), '[]') from (
      select key as field from jsonb_each(${memory} -> 'merged' -> 'custom')
      where not (${memory} -> 'kept' -> 'custom') ? key
      union all
      select key from jsonb_each(${memory} -> 'merged')
      where value <> 'null' and ${memory} -> 'kept' -> key = 'null'
    ) filled)`;
}

/** The clock that ended because the other ran runs again, unless its lead has one that runs by now. */
async function restoreClocks(input: RestoreLeadRows, executor: Executor): Promise<void> {
  const { keptId, mergedId, mergedAt } = input;
  const memory = memoryOf(input);
  await executor.execute(sql`
    update ${slaClocks} ended set ended_at = null, ended_by = null
    where ended.lead_id in (${keptId}, ${mergedId}) and ended.ended_by = 'other_runs' and ended.ended_at = ${instant(mergedAt)}
      and ended.id in (select jsonb_array_elements(${memory} -> 'clocks')::bigint)
      and not exists (select from ${slaClocks} running where running.lead_id = ended.lead_id
        and running.stopped_at is null and running.ended_at is null)`);
}

function memoryOf({ keptId, mergeId }: Pick<RestoreLeadRows, "keptId" | "mergeId">): SQL {
  return sql`(select memory from ${leadMerges} where lead_id = ${keptId} and id = ${mergeId})`;
}

function remembered(input: RestoreLeadRows, what: "rows" | "both", table: PgTable): SQL {
  const name = getTableName(table);
  return sql`jsonb_populate_recordset(null::${sql.identifier(name)}, ${memoryOf(input)} -> ${what}::text -> ${name}::text)`;
}

function instant(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}
