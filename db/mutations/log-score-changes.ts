import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { NO_SCORE, type ScoreThen } from "#db/queries/score-then.ts";
import { readStoredScores } from "#db/queries/stored-scores.ts";
import { scoresAtSwitch } from "#db/schema/index.ts";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import type { ScoreMove } from "#lib/webhooks/lead-news.ts";

export type Change = {
  readonly leadIds: readonly number[];
  readonly generationId: number;
  readonly at: Date;
  readonly cause: ChangeCause;
  /** null: no person. */
  readonly actorId: number | null;
};

type Scores = ReadonlyMap<number, ScoreThen | null>;

/**
 * Runs what stores new scores of leads in the generation in force, and writes down whose cell it
 * changed. `work` gives the scores it stored, null for none. Gives the leads in another cell. The caller holds the
 * leads' locks.
 */
export async function logScoreChanges(
  change: Change,
  work: () => Promise<Scores>,
  executor: Executor,
): Promise<readonly ScoreMove[]> {
  const { scores: before, isLogged } = await readStoredScores(change, executor);
  if (!isLogged) await keepScoresAtSwitch({ before, generationId: change.generationId }, executor);
  const after = await work();
  const moves = [...after].flatMap(([leadId, score]) => {
    const [was, is] = [before.get(leadId) ?? NO_SCORE, score ?? NO_SCORE];
    return was.cell === is.cell ? [] : [{ leadId, before: was, after: is }];
  });
  if (moves.length > 0) await store(moves, change, executor);
  return moves;
}

/** The pass tells its changes a little after its switch: what it found is kept for it, the first time a lead changes. */
async function keepScoresAtSwitch(
  { before, generationId }: { readonly before: ReadonlyMap<number, ScoreThen>; readonly generationId: number },
  executor: Executor,
): Promise<void> {
  const rows = [...before].map(([leadId, score]) => ({ leadId, generationId, ...score }));
  await executor.insert(scoresAtSwitch).values(rows).onConflictDoNothing();
}

/** What waited for the switch came after it, though it arrived before. */
async function store(
  moves: readonly ScoreMove[],
  { generationId, at, cause, actorId }: Change,
  executor: Executor,
): Promise<void> {
  await executePrepared(
    sql`
    insert into score_changes (lead_id, generation_id, n, at, cause, actor_id,
      fit_before, engagement_before, combined_before, cell_before, version_before,
      fit_after, engagement_after, combined_after, cell_after, version_after)
    select change.lead_id, ${generationId}, 1 + coalesce((
        select max(known.n) from score_changes known
        where known.lead_id = change.lead_id and known.generation_id = ${generationId}), 0),
      greatest(${at.toISOString()}::timestamptz, (select switched_at from generations where id = ${generationId})),
      ${cause}, ${actorId}::bigint,
      fit_before, engagement_before, combined_before, cell_before, version_before,
      fit_after, engagement_after, combined_after, cell_after, version_after
    from json_to_recordset(${JSON.stringify(moves.map(toRow))}::json) as change (
      lead_id bigint, fit_before int, engagement_before int, combined_before int, cell_before text, version_before int,
      fit_after int, engagement_after int, combined_after int, cell_after text, version_after int)`,
    executor,
  );
}

function toRow({ leadId, before, after }: ScoreMove) {
  return {
    lead_id: leadId,
    fit_before: before.fit,
    engagement_before: before.engagement,
    combined_before: before.combined,
    cell_before: before.cell,
    version_before: before.versionId,
    fit_after: after.fit,
    engagement_after: after.engagement,
    combined_after: after.combined,
    cell_after: after.cell,
    version_after: after.versionId,
  };
}
