import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { Span } from "#db/following/news.ts";
import { idArray } from "#db/lead-slice.ts";
import type { CountedLead } from "#lib/census/census.ts";
import { asStage } from "./load-census.ts";

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
