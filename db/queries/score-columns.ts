import { leadScores } from "#db/schema/index.ts";
import type { StoredScore } from "#lib/model/scorer.ts";

/** All that is stored of a score. */
export const SCORE_FIELDS = {
  versionId: leadScores.versionId,
  fit: leadScores.fit,
  engagement: leadScores.engagement,
  combined: leadScores.combined,
  cell: leadScores.cell,
  qualifies: leadScores.qualifies,
  knownFields: leadScores.knownFields,
  askedFields: leadScores.askedFields,
  newestEventAt: leadScores.newestEventAt,
} as const satisfies Readonly<Record<keyof StoredScore, unknown>>;
