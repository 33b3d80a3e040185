import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Executor } from "#db/client.ts";
import {
  alerts,
  callListEntries,
  claimedLeads,
  events,
  leadFieldValues,
  leadIdentities,
  slaClocks,
  stageChanges,
  visitors,
  webhookDeliveries,
} from "#db/schema/index.ts";
import { columnsOf, OF_THE_RECORD, OWNED } from "./lead-tables.ts";

export type MoveLeadRows = {
  readonly keptId: number;
  readonly mergedId: number;
  /** When the earlier of the two came to be. */
  readonly createdAt: Date;
  /** Fields that the kept lead has from the other. */
  readonly filledFields: readonly string[];
  readonly at: Date;
};

/**
 * Gives one lead what belonged to another. Rows are deleted and inserted anew: their keys begin with
 * the lead, by which they may be spread. What both have is kept once, as the lead that stays has it.
 * Scores of the other go, with their log and snapshots.
 */
export async function moveLeadRows(input: MoveLeadRows, executor: Executor): Promise<void> {
  const { keptId, mergedId, at, filledFields } = input;
  // An identity is spread by its own key: it only points elsewhere.
  await executor.execute(sql`update ${leadIdentities} set lead_id = ${keptId} where lead_id = ${mergedId}`);
  // As do visitors; who was only claimed to be there is known now.
  await executor.execute(sql`update ${visitors} set lead_id = ${keptId} where lead_id = ${mergedId}`);
  await executor.execute(sql`delete from ${claimedLeads} where lead_id in (${keptId}, ${mergedId})`);
  // An alert is its reader's and a delivery its endpoint's: they too only point elsewhere.
  await executor.execute(sql`update ${alerts} set lead_id = ${keptId} where lead_id = ${mergedId}`);
  await executor.execute(sql`update ${webhookDeliveries} set lead_id = ${keptId} where lead_id = ${mergedId}`);
  await executor.execute(sql`update ${events} set joined_at = ${instant(at)} where lead_id = ${mergedId}`);
  await executor.execute(sql`
    delete from ${leadFieldValues} where lead_id = ${mergedId} and not field = any(
      array(select json_array_elements_text(${JSON.stringify(filledFields)}::json)))`);
  await dropSecondArrival(input, executor);
  await endLaterClock(input, executor);
  await markListed(input, executor);
  for (const table of OWNED) await move(input, table, executor);
  await moveBaselines(input, executor);
  for (const table of OF_THE_RECORD) await executor.execute(sql`delete from ${table} where lead_id = ${mergedId}`);
}

async function move({ keptId, mergedId }: MoveLeadRows, table: PgTable, executor: Executor): Promise<void> {
  const columns = columnsOf(table);
  await executor.execute(sql`
    with moved as (delete from ${table} where lead_id = ${mergedId} returning *)
    insert into ${table} (lead_id, ${columns}) overriding system value
    select ${keptId}::bigint, ${columns} from moved
    on conflict do nothing`);
}

/** A lead begins once: the later of the two beginnings goes. */
async function dropSecondArrival({ keptId, mergedId }: MoveLeadRows, executor: Executor): Promise<void> {
  await executor.execute(sql`
    delete from ${stageChanges} where (lead_id, id) in (
      select lead_id, id from ${stageChanges}
      where lead_id in (${keptId}, ${mergedId}) and from_stage is null
      order by at, lead_id = ${mergedId}, id offset 1)`);
}

/** Of two clocks that run the one that is due first goes on. */
async function endLaterClock({ keptId, mergedId, at }: MoveLeadRows, executor: Executor): Promise<void> {
  await executor.execute(sql`
    update ${slaClocks} set ended_at = ${instant(at)}, ended_by = 'other_runs' where (lead_id, id) in (
      select lead_id, id from ${slaClocks}
      where lead_id in (${keptId}, ${mergedId}) and stopped_at is null and ended_at is null
      order by due_at, id offset 1)`);
}

/** Of two rows of one list the other says what it stood for. */
async function markListed({ keptId, mergedId }: MoveLeadRows, executor: Executor): Promise<void> {
  await executor.execute(sql`
    update ${callListEntries} kept set merged_lead_id = ${mergedId}
    from ${callListEntries} merged
    where kept.lead_id = ${keptId} and merged.lead_id = ${mergedId}
      and merged.user_id = kept.user_id and merged.day = kept.day`);
}

/** First values count from when the lead came to be. */
async function moveBaselines({ keptId, createdAt }: MoveLeadRows, executor: Executor): Promise<void> {
  await executor.execute(sql`
    update lead_field_values known set valid_from = ${instant(createdAt)}
    where known.lead_id = ${keptId} and not known.is_timed and known.valid_from > ${instant(createdAt)}
      and not exists (
        select from lead_field_values earlier
        where earlier.lead_id = known.lead_id and earlier.field = known.field and earlier.valid_from < known.valid_from)`);
}

function instant(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}
