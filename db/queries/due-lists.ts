import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { callListEntries, callLists } from "#db/schema/index.ts";
import { firstMomentOf, inTurn } from "#lib/call-list/first-moment.ts";
import { localDay } from "#lib/time/local-day.ts";
import { listAtWork } from "./attendance.ts";
import { type ListedRep, listReps } from "./reps.ts";
import { findWorkingTime } from "./working-time.ts";

export type DueLists = { readonly day: number; readonly timeZone: string; readonly reps: readonly ListedRep[] };

type DueListsQuery = {
  readonly at: Date;
  /** Whether a list on which nobody stands counts for none. */
  readonly orEmpty?: boolean;
};

const hasEntries = sql`exists (select from ${callListEntries}
  where ${callListEntries.userId} = ${callLists.userId} and ${callListEntries.day} = ${callLists.day})`;

/** Whose list of the day is to be made: reps who are at work since it opened and have none yet. */
export async function findDueLists({ at, orEmpty = false }: DueListsQuery, executor: Executor = db): Promise<DueLists> {
  const workingTime = await findWorkingTime(executor);
  const { timeZone } = workingTime;
  const day = localDay(at.getTime(), timeZone);
  const opens = firstMomentOf(day, workingTime);
  if (opens === null || at.getTime() < opens) return { day, timeZone, reps: [] };
  const [made, atWork, reps] = await Promise.all([
    executor
      .select({ userId: callLists.userId })
      .from(callLists)
      .where(and(eq(callLists.day, day), orEmpty ? hasEntries : undefined)),
    listAtWork({ day }, executor),
    listReps(executor),
  ]);
  const hasList = new Set(made.map(({ userId }) => userId));
  const due = inTurn(reps, day).filter(({ userId }) => atWork.includes(userId) && !hasList.has(userId));
  return { day, timeZone, reps: due };
}
