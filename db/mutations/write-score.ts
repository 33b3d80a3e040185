import type { BinaryRows } from "#db/copy-binary-writer.ts";
import type { StoredScore } from "#lib/model/scorer.ts";

/** The columns of `lead_scores` in the order in which `writeScore` writes them. */
export const SCORE_COLUMNS = `lead_id, kind, generation_id, version_id, fit, engagement, combined, cell, qualifies,
  known_fields, asked_fields, newest_event_at`;
const COUNT = 12;

type Row = { readonly leadId: number; readonly generationId: number; readonly score: StoredScore };

export function writeScore(rows: BinaryRows, { leadId, generationId, score }: Row): void {
  rows.begin(COUNT);
  rows.int8(leadId);
  rows.text("lead");
  rows.int4(generationId);
  rows.int4(score.versionId);
  rows.int4(score.fit);
  rows.int4(score.engagement);
  rows.int4(score.combined);
  rows.text(score.cell);
  rows.boolean(score.qualifies);
  rows.int4(score.knownFields);
  rows.int4(score.askedFields);
  if (score.newestEventAt === null) rows.null();
  else rows.instant(score.newestEventAt);
}
