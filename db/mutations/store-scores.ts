import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import type { StoredScore } from "#lib/model/scorer.ts";

export type StoreScores = {
  readonly generationId: number;
  /** A score, or null to leave the lead without one. */
  readonly scores: ReadonlyMap<number, StoredScore | null>;
};

/** Makes the stored scores of these leads what they should be; a row that says so already is left alone. */
export async function storeScores({ generationId, scores }: StoreScores, executor: Executor): Promise<void> {
  const rows = [...scores].flatMap(([leadId, score]) => (score ? [toRow(leadId, score)] : []));
  const without = [...scores].flatMap(([leadId, score]) => (score ? [] : [leadId]));
  if (without.length > 0)
    await executePrepared(
      sql`delete from lead_scores where lead_id = any(${idArray(without)}) and generation_id = ${generationId}`,
      executor,
    );
  if (rows.length === 0) return;
  await executePrepared(
    sql`
    insert into lead_scores as stored
      (lead_id, kind, generation_id, version_id, fit, engagement, combined, cell, qualifies, known_fields, asked_fields, newest_event_at)
    select lead_id, 'lead', ${generationId}, version_id, fit, engagement, combined, cell, qualifies, known_fields, asked_fields, newest_event_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as scored (
      lead_id bigint, version_id int, fit int, engagement int, combined int, cell text, qualifies boolean,
      known_fields int, asked_fields int, newest_event_at timestamptz)
    on conflict (lead_id, kind, generation_id) do update set
      version_id = excluded.version_id, fit = excluded.fit, engagement = excluded.engagement,
      combined = excluded.combined, cell = excluded.cell, qualifies = excluded.qualifies,
      known_fields = excluded.known_fields, asked_fields = excluded.asked_fields,
      newest_event_at = excluded.newest_event_at
    where stored is distinct from excluded`,
    executor,
  );
}

function toRow(leadId: number, score: StoredScore) {
  return {
    lead_id: leadId,
    version_id: score.versionId,
    fit: score.fit,
    engagement: score.engagement,
    combined: score.combined,
    cell: score.cell,
    qualifies: score.qualifies,
    known_fields: score.knownFields,
    asked_fields: score.askedFields,
    newest_event_at: score.newestEventAt === null ? null : new Date(score.newestEventAt).toISOString(),
  };
}
