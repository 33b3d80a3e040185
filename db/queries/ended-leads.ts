import { and, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { outcomes, stageChanges } from "#db/schema/index.ts";
import type { EndedLead } from "#lib/census/conversions.ts";
import { selectWins } from "./wins.ts";

/** Whether most deals won came with the time they were won; a lead base without a deal counts as timed. */
export async function areWinsTimed(executor: Executor = db): Promise<boolean> {
  const [row] = await executor
    .select({ isTimed: sql<boolean>`2 * count(*) filter (where ${outcomes.isTimed}) >= count(*)` })
    .from(outcomes)
    .where(eq(outcomes.result, "won"));
  return row?.isTimed ?? true;
}

type Window = { /** null: ever. */ readonly since: Date | null };

/** Leads that were won, lost or disqualified since an instant, with the cell as it was stored then. */
export async function listEnded({ since }: Window, executor: Executor = db): Promise<EndedLead[]> {
  const won = wonSince(since, executor);
  const closed = closedSince(since, executor);
  return executor
    .select({
      leadId: sql<number>`coalesce(${won.leadId}, ${closed.leadId})`.mapWith(Number),
      isWon: sql<boolean>`${won.leadId} is not null`,
      cell: sql<string | null>`coalesce(${won.cell}, ${closed.cell})`,
      versionId: sql<number | null>`coalesce(${won.versionId}, ${closed.versionId})`,
    })
    .from(won)
    .fullJoin(closed, eq(closed.leadId, won.leadId));
}

/** Leads won since an instant with the cell of the first time. */
function wonSince(since: Date | null, executor: Executor) {
  const both = selectWins({ since }, executor).as("wins");
  return executor
    .selectDistinctOn([both.leadId], { leadId: both.leadId, cell: both.cell, versionId: both.versionId })
    .from(both)
    .orderBy(both.leadId, sql`${both.cell} is null`, both.at)
    .as("won");
}

function closedSince(since: Date | null, executor: Executor) {
  return executor
    .selectDistinctOn([stageChanges.leadId], {
      leadId: stageChanges.leadId,
      cell: stageChanges.cell,
      versionId: stageChanges.versionId,
    })
    .from(stageChanges)
    .where(
      and(
        inArray(stageChanges.toStage, ["lost", "disqualified"]),
        since ? gte(stageChanges.at, since) : undefined,
        isNull(stageChanges.undoneAt),
      ),
    )
    .orderBy(stageChanges.leadId, sql`${stageChanges.at} desc`)
    .as("closed");
}
