import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import type { CountedLead } from "#lib/census/census.ts";
import { asStage } from "./load-census.ts";

/** Leads from one id to another, both included. */
export type Span = readonly [first: number, last: number];

/** What became visible since a snapshot. */
export type CensusNews = {
  readonly snapshot: string;
  readonly spans: readonly Span[];
  /** Whether a lead was won, lost or disqualified, or that was taken back. */
  readonly hasEnds: boolean;
};

/** What the database shows at this moment, as PostgreSQL writes it. */
export async function readSnapshot(executor: Executor): Promise<string> {
  const [row] = await executor.execute<{ snapshot: string }>(sql`select pg_current_snapshot()::text as snapshot`);
  if (!row) throw new Error("No snapshot.");
  return row.snapshot;
}

/**
 * The leads whose changes the snapshot did not show and that are committed now. By transaction, not
 * by time or number: what was written earlier may be committed later.
 */
export async function readNews(snapshot: string, executor: Executor): Promise<CensusNews> {
  const [row] = await executor.execute<{ snapshot: string; spans: Span[] | null; has_ends: boolean | null }>(sql`
    select pg_current_snapshot()::text as snapshot, news.spans, news.has_ends
    from (
      select json_agg(json_build_array(first_lead_id, last_lead_id)) filter (where not is_end) as spans, bool_or(is_end) as has_ends
      from census_changes
      where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)
    ) news`);
  if (!row) throw new Error("No snapshot.");
  return { snapshot: row.snapshot, spans: row.spans ?? [], hasEnds: row.has_ends ?? false };
}

type Row = {
  readonly id: string;
  readonly stage: string;
  readonly owner_id: string | null;
  readonly account_id: string | null;
  readonly country: string | null;
  readonly source: string | null;
  readonly cell: string | null;
  readonly version_id: number | null;
};

/** The leads of some spans as they are counted; those that are gone are not there. */
export async function readCounted(
  { spans, generationId }: { readonly spans: readonly Span[]; readonly generationId: number | null },
  executor: Executor,
): Promise<CountedLead[]> {
  const rows = await executor.execute<Row>(sql`
    select lead.id, lead.stage, lead.owner_id, lead.account_id, lead.country, lead.source, score.cell, score.version_id
    from (select distinct first, last from unnest(
      ${idArray(spans.map(([first]) => first))}, ${idArray(spans.map(([, last]) => last))}) as span (first, last)) span
    join leads lead on lead.id between span.first and span.last
    left join lead_scores score
      on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generationId}::int`);
  return rows.map((row) => ({
    leadId: Number(row.id),
    stage: asStage(row.stage),
    ownerId: row.owner_id === null ? null : Number(row.owner_id),
    accountId: row.account_id === null ? null : Number(row.account_id),
    country: row.country,
    source: row.source,
    cell: row.cell,
    versionId: row.version_id,
  }));
}
