import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import type { HistoryRow } from "#lib/performance/gather-history.ts";

/** What the condition is on: the id of a lead. */
type Condition = (leadId: SQL) => SQL;

/**
 * The one read of what figures are computed from: the leads with what happened to each of them, as one kind of
 * row, lead by lead. Whatever was undone is not there.
 */
function historiesWhere(condition: Condition): SQL {
  const id = condition(sql.raw("id"));
  const leadId = condition(sql.raw("lead_id"));
  return sql`
    select lead_id, part, at, word, place, stage_from, number from (
      select id as lead_id, 0 as part, created_at as at, source as word, country as place, stage as stage_from, owner_id as number, 0 as n
      from leads where ${id}
      union all
      select lead_id, 1, at, to_stage, cell, from_stage, version_id::bigint, id
      from stage_changes
      where undone_at is null and not (from_stage is null and to_stage = 'lead') and ${leadId}
      union all
      select lead_id, 2, at, kind, null, null, actor_id, id
      from touches
      where undone_at is null and kind in ('call', 'email', 'meeting') and (kind <> 'call' or disposition is not null) and ${leadId}
      union all
      select lead_id, 3, at, currency, null, null, value_minor, 0
      from outcomes where result = 'won' and ${leadId}
      union all
      select lead_id, 4, arrived_at, json_build_array(${epoch("started_at")}, ${epoch("due_at")}, ${epoch("shown_at")},
        ${epoch("stopped_at")}, ${epoch("ended_at")})::text, null, null, null, id
      from sla_clocks where ended_by is distinct from 'other_runs' and ${leadId}
    ) history
    order by lead_id, n, part`;
}

/** Milliseconds, rounded down. */
function epoch(column: string): SQL {
  return sql.raw(`floor(extract(epoch from ${column}) * 1000)::bigint`);
}

/** Of all leads, for COPY. */
export const ALL_HISTORIES = new PgDialect().sqlToQuery(historiesWhere(() => sql`true`)).sql;

type Row = {
  readonly lead_id: string;
  readonly part: number;
  readonly at: string;
  readonly word: string | null;
  readonly place: string | null;
  readonly stage_from: string | null;
  readonly number: string | null;
};

/** Of the leads that are named. */
export async function readHistories(leadIds: readonly number[], executor: Executor): Promise<HistoryRow[]> {
  const rows = await executor.execute<Row>(historiesWhere((leadId) => sql`${leadId} = any(${idArray(leadIds)})`));
  return rows.map(({ lead_id, part, at, word, place, stage_from, number }) => ({
    leadId: Number(lead_id),
    part,
    at: Date.parse(at),
    word,
    place,
    stageFrom: stage_from,
    number: number === null ? null : Number(number),
  }));
}
