import type { Executor } from "#db/client.ts";
import { openScorer, type StoredScore, scoreToStore } from "#lib/model/scorer.ts";
import type { Generation } from "./current-generation.ts";
import { readFactsToScore } from "./facts-to-score.ts";

/** What the facts of a few leads give under a generation; null where no score is to be. */
export async function computeScores(
  { leadIds, generation }: { readonly leadIds: readonly number[]; readonly generation: Generation },
  executor: Executor,
): Promise<Map<number, StoredScore | null>> {
  const found = await readFactsToScore({ leadIds, generation }, executor);
  const scorer = openScorer(generation);
  const moment = { day: generation.day, cut: null };
  const scores = new Map<number, StoredScore | null>();
  for (const leadId of leadIds) {
    const lead = found.get(leadId);
    scores.set(leadId, lead?.mayScore ? scoreToStore(lead.facts, scorer, moment) : null);
  }
  return scores;
}
