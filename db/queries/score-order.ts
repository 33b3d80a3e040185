import { and, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leads } from "#db/schema/index.ts";
import { type Auc, aucOf } from "#lib/evaluation/auc.ts";
import { levelsOf } from "#lib/evaluation/levels.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { type Cohort, inCohort } from "./performance.ts";
import { readScoresOfDay } from "./scores-of-day.ts";

export type ScoreOrder = {
  /** The day whose scores are asked, an epoch day. */
  readonly day: number;
  /** Leads that were open at the end of it, and how many of them bought within the window. */
  readonly known: number;
  readonly bought: number;
  /** null when too few bought, or stayed, to say anything. */
  readonly order: Auc | null;
};

type Query = {
  readonly cohort: Cohort;
  readonly generation: Generation;
  readonly windowDays: number;
};

/** Fewer buyers than this leave the order to chance. */
export const FEWEST_BUYERS = 20;
/** Each side is sampled, which moves the order by chance only, so that the page never waits for a whole base. */
const MOST_BUYERS = 400;
const MOST_OTHERS = 800;

type Side = { readonly id: string; readonly bought: boolean; readonly total: string };

/**
 * Whether the score put those who were going to buy above the others: the scores as they stood at the
 * end of the day that lies a window back, without knowledge of anything later.
 */
export async function findScoreOrder(
  { cohort, generation, windowDays }: Query,
  executor: Executor = db,
): Promise<ScoreOrder> {
  const day = generation.day - windowDays;
  const cut = startOfDay(day + 1, generation.timeZone);
  const end = startOfDay(day + 1 + windowDays, generation.timeZone);
  const sides = await executor.execute<Side>(sql`
    with known as (
      select ${leads.id} as id, exists (
        select from stage_changes change where change.lead_id = ${leads.id} and change.undone_at is null
          and change.to_stage = 'customer' and change.at >= ${instant(cut)} and change.at < ${instant(end)}) as bought
      from ${leads}
      where ${and(inCohort(cohort), sql`${leads.createdAt} < ${instant(cut)}`, sql`${leads.mayScore}`)} and not exists (
        select from stage_changes change where change.lead_id = ${leads.id} and change.undone_at is null
          and change.to_stage in ('customer', 'lost', 'disqualified') and change.at < ${instant(cut)})
    ), side as (
      select id, bought, count(*) over (partition by bought) as total,
        row_number() over (partition by bought order by hashint8extended(id, 0)) as place
      from known
    )
    select id, bought, total from side where place <= case when bought then ${MOST_BUYERS}::int else ${MOST_OTHERS}::int end`);
  const total = (bought: boolean) => Number(sides.find((side) => side.bought === bought)?.total ?? 0);
  const found = { day, known: total(true) + total(false), bought: total(true) };
  if (total(true) < FEWEST_BUYERS || total(false) < FEWEST_BUYERS) return { ...found, order: null };
  const scores = await readScoresOfDay({ leadIds: sides.map(({ id }) => Number(id)), generation, day }, executor);
  const combined = (bought: boolean) =>
    sides.flatMap((side) => (side.bought === bought ? (scores.get(Number(side.id))?.combined ?? []) : []));
  return { ...found, order: aucOf(levelsOf({ positives: combined(true), negatives: combined(false) })) };
}

function instant(milliseconds: number) {
  return sql`${new Date(milliseconds).toISOString()}::timestamptz`;
}
