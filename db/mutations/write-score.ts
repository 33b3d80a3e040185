import type { BinaryRows } from "#db/copy-binary-writer.ts";
import type { StoredScore } from "#lib/model/scorer.ts";

/** Columns of a generation's table in the order in which `writeScore` writes them; the others are the same in all rows. */
export const SCORE_COLUMNS = `lead_id, version_id, fit, engagement, combined, cell, qualifies,
  known_fields, asked_fields, newest_event_at`;
const COUNT = 10;

type Row = { readonly leadId: number; readonly score: StoredScore };

export function writeScore(rows: BinaryRows, { leadId, score }: Row): void {
  rows.begin(COUNT);
  rows.int8(leadId);
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
