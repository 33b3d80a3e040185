import { and, count, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leads, stageChanges, touches, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { RejectionReason } from "#lib/lifecycle/constants.ts";
import type { GivenBack } from "#lib/performance/review/review.ts";
import { visibleLeads } from "./visible-leads.ts";

type Query = { readonly viewer: Viewer; readonly since: Date; readonly until: Date };

const STAGES = ["recycled", "disqualified", "lost"] as const;
/** More than a meeting goes through; the counts are of all. */
export const MOST_GIVEN_BACK = 50;

/** Leads that sales gave back or lost in a period, the newest first, with the reason, the note and the score then. */
export async function listGivenBack(query: Query, executor: Executor = db): Promise<GivenBack[]> {
  const rows = await executor
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: accounts.name,
      at: stageChanges.at,
      stage: stageChanges.toStage,
      reason: stageChanges.reason,
      note: touches.note,
      by: users.name,
      combined: stageChanges.combined,
      cell: stageChanges.cell,
    })
    .from(stageChanges)
    .innerJoin(leads, eq(leads.id, stageChanges.leadId))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, stageChanges.actorId))
    .leftJoin(touches, and(eq(touches.leadId, stageChanges.leadId), eq(touches.id, stageChanges.touchId)))
    .where(conditionOf(query))
    .orderBy(desc(stageChanges.at), desc(stageChanges.id))
    .limit(MOST_GIVEN_BACK);
  return rows.flatMap(({ firstName, lastName, email, at, stage, note, combined, cell, ...row }) => {
    const went = STAGES.find((each) => each === stage);
    if (!went) return [];
    const score = combined === null || cell === null ? null : { combined, cell };
    return {
      ...row,
      name: leadName({ firstName, lastName, email }),
      at: at.getTime(),
      stage: went,
      note: note ?? "",
      score,
    };
  });
}

export type ReasonCount = { readonly reason: RejectionReason | null; readonly leads: number };

/** How many for which reason, the most frequent first. */
export async function countReasons(query: Query, executor: Executor = db): Promise<ReasonCount[]> {
  return executor
    .select({ reason: stageChanges.reason, leads: count() })
    .from(stageChanges)
    .innerJoin(leads, eq(leads.id, stageChanges.leadId))
    .where(conditionOf(query))
    .groupBy(stageChanges.reason)
    .orderBy(desc(count()), sql`1 nulls last`);
}

function conditionOf({ viewer, since, until }: Query) {
  return and(
    gte(stageChanges.at, since),
    lt(stageChanges.at, until),
    inArray(stageChanges.toStage, [...STAGES]),
    isNull(stageChanges.undoneAt),
    visibleLeads(viewer),
  );
}
