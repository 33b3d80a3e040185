import { db, type Executor } from "#db/client.ts";
import { explainScore, openScorer } from "#lib/model/scorer.ts";
import type { ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { Moment } from "#lib/scoring/facts.ts";
import type { Generation } from "./current-generation.ts";
import { readLeadFacts } from "./facts.ts";

/** A score with its reasons and the version that gave it. */
export type Explanation = { readonly versionId: number; readonly breakdown: ScoreBreakdown };

export type ExplainLead = { readonly leadId: number; readonly generation: Generation; readonly moment?: Moment };

/**
 * The lead's score at a moment (`momentOfDay` makes one; absent: the generation's day with an open
 * cut, which is the stored score) under the generation's versions; null when there is no such lead,
 * it may not be scored, did not exist then, or no model applies.
 */
export async function explainLead(
  { leadId, generation, moment = { day: generation.day, cut: null } }: ExplainLead,
  executor: Executor = db,
): Promise<Explanation | null> {
  const { timeZone, naming } = generation;
  const found = (await readLeadFacts({ leadIds: [leadId], cut: moment.cut, timeZone, naming }, executor)).get(leadId);
  return found?.mayScore ? explainScore(found.facts, openScorer(generation), moment) : null;
}
