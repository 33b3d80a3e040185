import type { Executor } from "#db/client.ts";
import { db } from "#db/client.ts";
import type { ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { Moment } from "#lib/scoring/facts.ts";
import type { Generation } from "./current-generation.ts";

/** A score with its reasons and the version that gave it. */
export type Explanation = { readonly versionId: number; readonly breakdown: ScoreBreakdown };

/**
 * The lead's score at a moment (default: the generation's day with an open cut, which is the stored
 * score); null when there is no such lead, it may not be scored, or no model applies.
 */
export async function explainLead(
  _query: { readonly leadId: number; readonly generation: Generation; readonly moment?: Moment },
  _executor: Executor = db,
): Promise<Explanation | null> {
  throw new Error("being built");
}
