import type { Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { computeScores } from "#db/queries/computed-scores.ts";
import { findCurrentGeneration, type Generation } from "#db/queries/current-generation.ts";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import { dependsOnStage, openScorer, type StoredScore } from "#lib/model/scorer.ts";
import { newsOfMany, newsOfScore, newsOfStage, type ScoreMove, type StageMove } from "#lib/webhooks/lead-news.ts";
import type { News } from "#lib/webhooks/news.ts";
import type { OwnerChange } from "./assign-leads.ts";
import { logScoreChanges } from "./log-score-changes.ts";
import { markTouched } from "./mark-touched.ts";
import { notify } from "./notify.ts";
import { qualifyLeads } from "./qualify-leads.ts";
import { storeScores } from "./store-scores.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

export type ScoreLeads = {
  readonly leadIds: readonly number[];
  readonly at: Date;
  readonly cause: ChangeCause;
  /** Who caused it; null or absent: no person. */
  readonly actorId?: number | null;
};

export type ScoredLeads = {
  /** Under which they were scored; null before the first pass, and when there were none. */
  readonly generation: Generation | null;
  /** Those that newly qualify. */
  readonly qualified: readonly number[];
};

/**
 * Scores leads anew, inside the caller's transaction, after it wrote their facts: takes their locks,
 * stores the scores in the generation in force (or removes them where none applies), writes down
 * whose cell changed, moves those that newly qualify to `marketing_qualified` and to an owner, and tells a
 * generation that is building, and the endpoints outside. At most 1,000 leads.
 */
export async function scoreLeads(
  { leadIds, at, cause, actorId }: ScoreLeads,
  executor: Executor,
): Promise<ScoredLeads> {
  if (leadIds.length === 0) return { generation: null, qualified: [] };
  await lockLeads(leadIds, executor);
  // Read behind the gate, so that a switch that came first counts.
  const generation = await findCurrentGeneration(executor);
  const taken: OwnerChange[] = [];
  const qualified: StageMove[] = [];
  if (generation) {
    const change = { leadIds, generationId: generation.id, at, cause, actorId: actorId ?? null };
    const moves = await logScoreChanges(
      change,
      async () => {
        const scores = await rescore({ leadIds, generation }, executor);
        const { moved, moves, routed } = await qualifyLeads({ leadIds, generation, at, cause }, executor);
        taken.push(...routed);
        qualified.push(...moves);
        if (moved.length === 0 || !dependsOnStage(openScorer(generation))) return scores;
        return new Map([...scores, ...(await rescore({ leadIds: moved, generation }, executor))]);
      },
      executor,
    );
    await tellEndpoints(newsOf({ moves, qualified, at, cause }), executor);
  }
  await markTouched(leadIds, executor);
  await notify({ leads: leadIds, ...(taken.length > 0 && { ownerWas: null }) }, executor);
  return { generation, qualified: qualified.map(({ leadId }) => leadId) };
}

type Scored = {
  readonly moves: readonly ScoreMove[];
  readonly qualified: readonly StageMove[];
  readonly at: Date;
  readonly cause: ChangeCause;
};

/** Of what an import brings one summary a batch, else of each lead. */
function newsOf({ moves, qualified, at, cause }: Scored): News[] {
  if (cause === "import") return newsOfMany({ moves, qualified: qualified.length, at, cause });
  return [...moves.map((move) => newsOfScore(move, { at, cause })), ...qualified.flatMap(newsOfStage)];
}

/** Stores what the leads' facts give under a generation, and gives it: null where none applies. The caller holds their locks. */
export async function rescore(
  { leadIds, generation }: { readonly leadIds: readonly number[]; readonly generation: Generation },
  executor: Executor,
): Promise<Map<number, StoredScore | null>> {
  const scores = await computeScores({ leadIds, generation }, executor);
  await storeScores({ generationId: generation.id, scores }, executor);
  return scores;
}
