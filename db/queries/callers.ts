import { and, asc, eq, inArray, isNull, min, ne, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { callListEntries, users } from "#db/schema/index.ts";
import { can } from "#lib/access/permissions.ts";
import { ROLES } from "#lib/access/roles.ts";
import { inTurn } from "#lib/call-list/first-moment.ts";
import type { Caller } from "#lib/preview/call-pool.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { listAtWork } from "./attendance.ts";
import { listReps } from "./reps.ts";

const WORKING = ROLES.filter((role) => can(role, "work_leads"));

/**
 * Who has a call list on a day: reps who are at work or asked for one all the same, and whoever else works leads. Whose
 * list was made first comes first, then reps in the order in which their lists are made.
 */
export async function listCallers({ day }: { readonly day: number }, executor: Executor = db): Promise<Caller[]> {
  const [made, atWork, reps, others] = await Promise.all([
    listMade(day, executor),
    listAtWork({ day }, executor),
    listReps(executor),
    listOthers(executor),
  ]);
  const present = inTurn(reps, day).filter(({ userId }) => made.has(userId) || atWork.includes(userId));
  const place = ({ userId }: { readonly userId: number }) => made.get(userId) ?? made.size;
  // Managers and admins have their own leads only, as when a list is made.
  return [
    ...present.map((rep) => ({ ...rep, takesUnassigned: true })),
    ...others.map((other) => ({ ...other, takesUnassigned: false })),
  ]
    .sort((one, other) => place(one) - place(other))
    .map(({ dailyCapacity: capacity, ...caller }) => ({ ...caller, capacity }));
}

/** Whose list of the day somebody stands on, by user: the how manieth it was. */
async function listMade(day: number, executor: Executor): Promise<Map<number, number>> {
  const rows = await executor
    .select({ userId: callListEntries.userId })
    .from(callListEntries)
    .where(eq(callListEntries.day, sql`${formatEpochDay(day)}::date`))
    .groupBy(callListEntries.userId)
    .orderBy(asc(min(callListEntries.shownAt)));
  return new Map(rows.map(({ userId }, place) => [userId, place] as const));
}

async function listOthers(executor: Executor) {
  return executor
    .select({ userId: users.id, name: users.name, dailyCapacity: users.dailyCapacity })
    .from(users)
    .where(and(inArray(users.role, WORKING), ne(users.role, "rep"), isNull(users.disabledAt)))
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id));
}
