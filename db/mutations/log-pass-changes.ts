import { type SQL, sql } from "drizzle-orm";
import type { Database, Executor } from "#db/client.ts";
import { lockChangeLog } from "#db/locks.ts";
import { partitionName } from "#db/partitions.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import { takeSnapshot } from "./take-snapshot.ts";

/** A generation in force whose changes are not written down yet. */
export type UnloggedGeneration = {
  readonly id: number;
  readonly cause: GenerationCause;
  readonly day: number;
  readonly switchedAt: Date;
};

export const CAUSE_OF_PASS: Readonly<Record<GenerationCause, ChangeCause>> = {
  publish: "publish",
  return: "return",
  models: "models",
  day: "decay",
  import: "import",
  account: "account",
  naming: "naming",
  zone: "zone",
};

/**
 * Writes down whose cell a pass changed and how many moved from where to where, and takes the month's
 * snapshot when it is due. The scores before the pass are those of the generation that went out of
 * force; of leads that changed since the switch, `scores_at_switch` has those after it. So it is
 * exact whenever it is done, and no transaction waits for it. Only who holds the pass lock may call it.
 */
export async function logPassChanges(
  { generation, now }: { readonly generation: UnloggedGeneration; readonly now: () => Date },
  db: Database,
): Promise<void> {
  const before = await findGenerationBefore(generation, db);
  await db.transaction(async (tx) => {
    // A merge waits: it would miss rows that are being written.
    await lockChangeLog(tx);
    // Both sides come in order of the lead: enough to join a million without files.
    await tx.execute(sql`set local work_mem = '256MB'`);
    const moves = before === null ? null : await writeChanges({ generation, before }, tx);
    await takeSnapshot({ generationId: generation.id, day: generation.day, scores: scoresAtSwitch(generation.id) }, tx);
    await tx.execute(sql`delete from scores_at_switch where generation_id <= ${generation.id}`);
    await tx.execute(sql`
      update generations set moves = ${moves}::jsonb, changes_logged_at = ${now().toISOString()}::timestamptz
      where id = ${generation.id}`);
  });
}

/** The generation whose scores were in force until the switch; null when there was none, or nothing of it is left. */
async function findGenerationBefore({ id }: UnloggedGeneration, executor: Executor): Promise<number | null> {
  const [row] = await executor.execute<{ id: number }>(sql`
    select id from generations where id < ${id} and status = 'retired' order by id desc limit 1`);
  if (!row) return null;
  const [left] = await executor.execute(sql`
    select from pg_inherits where inhrelid = to_regclass(${partitionName(row.id)}) and not inhdetachpending`);
  return left ? row.id : null;
}

/** Gives the moves as JSON text. */
async function writeChanges(
  { generation, before }: { readonly generation: UnloggedGeneration; readonly before: number },
  executor: Executor,
): Promise<string> {
  const { id, cause, switchedAt } = generation;
  const [row] = await executor.execute<{ moves: string }>(sql`
    with change as (
      insert into score_changes (lead_id, generation_id, n, at, cause,
        fit_before, engagement_before, combined_before, cell_before, version_before,
        fit_after, engagement_after, combined_after, cell_after, version_after)
      select coalesce(was.lead_id, now.lead_id), ${id}, 0, ${switchedAt.toISOString()}::timestamptz, ${CAUSE_OF_PASS[cause]},
        was.fit, was.engagement, was.combined, was.cell, was.version_id,
        now.fit, now.engagement, now.combined, now.cell, now.version_id
      from (
        select lead_id, fit, engagement, combined, cell, version_id from lead_scores
        where generation_id = ${sql.raw(String(before))} and kind = 'lead') was
      full join (${scoresAtSwitch(id)}) now on now.lead_id = was.lead_id
      where was.cell is distinct from now.cell
      returning cell_before, cell_after
    ), move as (
      select cell_before, cell_after, count(*) as leads from change group by cell_before, cell_after
    )
    select coalesce(
      json_agg(json_build_object('from', cell_before, 'to', cell_after, 'leads', leads)
        order by leads desc, cell_before, cell_after), '[]')::text as moves from move`);
  return row?.moves ?? "[]";
}

/** The scores of a generation as they were when it came into force. */
function scoresAtSwitch(generationId: number): SQL {
  // As text in the statement, so that the planner sees which partition it is.
  const id = sql.raw(String(generationId));
  return sql`
    select lead_id, fit, engagement, combined, cell, version_id from lead_scores score
    where generation_id = ${id} and kind = 'lead'
      and not exists (select from scores_at_switch kept where kept.lead_id = score.lead_id and kept.generation_id = ${id})
    union all
    select lead_id, fit, engagement, combined, cell, version_id from scores_at_switch
    where generation_id = ${id} and cell is not null`;
}
