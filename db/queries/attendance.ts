import { and, asc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { absences, users } from "#db/schema/index.ts";
import { can } from "#lib/access/permissions.ts";
import { isAtWork } from "#lib/working-time/attendance.ts";
import { findWorkingTime } from "./working-time.ts";

/** The reps who work on a day (an epoch day of the organisation), by id; nobody on a day on which it is closed. */
export async function listAtWork({ day }: { readonly day: number }, executor: Executor = db): Promise<number[]> {
  const [workingTime, reps] = await Promise.all([
    findWorkingTime(executor),
    executor
      .select({
        id: users.id,
        daysOff: users.daysOff,
        absences: sql<{ firstDay: number; lastDay: number }[]>`coalesce(json_agg(json_build_object(
          'firstDay', ${absences.firstDay} - date '1970-01-01', 'lastDay', ${absences.lastDay} - date '1970-01-01'))
          filter (where ${absences.id} is not null), '[]')`,
      })
      .from(users)
      .leftJoin(absences, and(eq(absences.userId, users.id), lte(absences.firstDay, day), gte(absences.lastDay, day)))
      .where(and(eq(users.role, "rep"), isNull(users.disabledAt)))
      .groupBy(users.id)
      .orderBy(asc(users.id)),
  ]);
  return reps.filter((rep) => isAtWork(day, rep, workingTime)).map(({ id }) => id);
}

/** Of these users those who cannot see to a lead on a day: reps who do not work on it, and whoever may not work leads (any more). */
export async function listUnavailable(
  { userIds, day }: { readonly userIds: readonly number[]; readonly day: number },
  executor: Executor = db,
): Promise<Set<number>> {
  if (userIds.length === 0) return new Set();
  const atWork = await listAtWork({ day }, executor);
  const rows = await executor
    .select({ id: users.id, role: users.role, disabledAt: users.disabledAt })
    .from(users)
    .where(inArray(users.id, [...userIds]));
  const isThere = ({ id, role, disabledAt }: (typeof rows)[number]) =>
    disabledAt === null && can(role, "work_leads") && (role !== "rep" || atWork.includes(id));
  return new Set(rows.filter((user) => !isThere(user)).map(({ id }) => id));
}
